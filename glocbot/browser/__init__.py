"""Scripts, styles and data that pages share: map, pin, wedge. Nothing here is Python."""
