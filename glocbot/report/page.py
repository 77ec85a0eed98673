"""Proposals -> one HTML file that opens from disk, from a mail or from any static folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined

from glocbot import __version__
from glocbot.proposals.proposal import Proposal
from glocbot.report import assets
from glocbot.report.page_data import loopback_origins, page_data


def write_page(
    proposals: Sequence[Proposal],
    path: Path,
    source: str,
    pictures: Mapping[str, str] = MappingProxyType({}),
    rejected_before: int = 0,
) -> None:
    """Write the page on which a reviewer looks at proposals.

    Args:
        proposals: of one wiki.
        path: where to.
        source: the name of the file that they are from.
        pictures: ``data:`` URLs of pictures by title, for a page that shows them without a network.
        rejected_before: files that are not proposed since a reviewer rejected them.

    Raises:
        OSError: when the file cannot be written.
    """
    path.write_text(page(proposals, source, pictures, rejected_before), "utf-8", newline="\n")


def page(
    proposals: Sequence[Proposal],
    source: str,
    pictures: Mapping[str, str] = MappingProxyType({}),
    rejected_before: int = 0,
) -> str:
    """Return the page; `write_page` says of what.

    What comes from the wiki goes into it as JSON in an element that browsers do not run, and never
    as markup: Jinja's `tojson` writes no character that could end the element.
    """
    environment = Environment(
        loader=PackageLoader("glocbot.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment.get_template("page.html").render(
        version=__version__,
        policy=policy(proposals),
        scripts=_scripts(),
        styles=_styles(),
        land=assets.land(),
        data=page_data(proposals, source, pictures) | {"rejectedBefore": rejected_before},
    )


def policy(proposals: Sequence[Proposal]) -> str:
    """Return the content security policy: our own scripts and styles, pictures, nothing else."""
    directives = {
        "default-src": ["'none'"],
        "script-src": [f"'{assets.digest(text)}'" for text in _scripts()],
        "style-src": [f"'{assets.digest(text)}'" for text in _styles()],
        "img-src": ["https:", "data:", *loopback_origins(proposals)],
        "connect-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def _scripts() -> tuple[str, ...]:
    return assets.leaflet_script(), assets.script()


def _styles() -> tuple[str, ...]:
    return assets.leaflet_style(), assets.style()
