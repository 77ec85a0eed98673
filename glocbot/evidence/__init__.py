"""What a file's EXIF says of where its photo was taken, and what makes that doubtful."""
