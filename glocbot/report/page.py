"""Proposals -> one HTML file that opens from disk, from a mail or from any static folder."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from glocbot import __version__
from glocbot.proposals.proposal import Proposal
from glocbot.report import assets
from glocbot.report.items import embedded, loopback_origins


def write_page(records: Sequence[Proposal], path: Path, source: str) -> None:
    """Write the page on which a reviewer looks at proposals.

    Args:
        records: of one wiki.
        path: where to.
        source: the name of the file that they are from.

    Raises:
        OSError: when the file cannot be written.
    """
    path.write_text(page(records, source), "utf-8", newline="\n")


def page(records: Sequence[Proposal], source: str) -> str:
    """Make the page. What comes from the wiki goes into it as JSON, and never as markup."""
    environment = Environment(
        loader=PackageLoader("glocbot.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Markup, since assets are ours and `embedded` escapes all that could end its element.
    return environment.get_template("page.html").render(
        version=__version__,
        policy=policy(records),
        scripts=[Markup(text) for text in _scripts()],  # noqa: S704
        styles=[Markup(text) for text in _styles()],  # noqa: S704
        land=Markup(assets.land()),  # noqa: S704
        data=Markup(embedded(records, source)),  # noqa: S704
    )


def policy(records: Sequence[Proposal]) -> str:
    """Write the content security policy: our own scripts and styles, pictures, nothing else."""
    directives = {
        "default-src": ["'none'"],
        "script-src": [f"'{assets.digest(text)}'" for text in _scripts()],
        "style-src": [f"'{assets.digest(text)}'" for text in _styles()],
        "img-src": ["https:", "data:", *loopback_origins(records)],
        "connect-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def _scripts() -> tuple[str, ...]:
    return assets.leaflet_script(), assets.script()


def _styles() -> tuple[str, ...]:
    return assets.leaflet_style(), assets.style()
