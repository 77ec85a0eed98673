"""A file's facts -> propose an edit, hold it for a person, or skip the file."""
