"""What holds for every test: a Pywikibot without a configuration, and no network.

Only tests that need a server of their own, in ``mediawiki/`` and ``browser/``, may open a socket.
"""

import os
import tempfile
from pathlib import Path

import pytest
import pytest_socket
from hypothesis import settings

#: Used both by tests in browser/ and in mediawiki/.
pytest_plugins = ("tests.browser.fixtures",)

# A busy machine is slow. In continuous integration the same change must give the same result, so
# there the examples are the same each time; on other machines they are new ones.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")

HERE = Path(__file__).parent
WITH_SOCKETS = (HERE / "mediawiki", HERE / "browser")

# Before anything imports Pywikibot, which reads its configuration and makes folders at once.
# Without a user-config.py in it, Pywikibot passes the folder over and litters the present one.
_base = tempfile.TemporaryDirectory(prefix="glocbot-pywikibot-")
Path(_base.name, "user-config.py").touch(mode=0o600)
os.environ["PYWIKIBOT_DIR"] = _base.name
os.environ["PYWIKIBOT_NO_USER_CONFIG"] = "2"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Take the network away from unit tests."""
    if any(folder in item.path.parents for folder in WITH_SOCKETS):
        pytest_socket.enable_socket()
    else:
        pytest_socket.disable_socket(allow_unix_socket=True)
