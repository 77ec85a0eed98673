"""A sample file page: its photo, its wikitext, and what the sweep should make of it."""

from dataclasses import dataclass

CATEGORY = "Category:Photo walks 2024"


@dataclass(frozen=True, slots=True)
class Edit:
    """A later edit of a sample's page."""

    user: str
    summary: str
    text: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A file page as one could stand on Commons.

    Attributes:
        name: the file's name, without ``File:``.
        photo: the file's bytes; none for a page without a file, such as a redirect.
        text: the page's wikitext as uploaded, without the category of the samples.
        reason: the slug of the decision's reason; empty where an edit is to be proposed.
        later: edits after the upload, the oldest first.
        protected: whether administrators alone may edit it in the end.
        uploader: the user who uploaded it.
        summary: of the upload.
    """

    name: str
    photo: bytes
    text: str
    reason: str = ""
    later: tuple[Edit, ...] = ()
    protected: bool = False
    uploader: str = "Lena Fotografin"
    summary: str = "Uploaded own work"

    @property
    def title(self) -> str:
        """The page's full title."""
        return f"File:{self.name}"


def categorised(text: str) -> str:
    """Put a page into the category of the samples."""
    return f"{text}\n[[{CATEGORY}]]"
