# Sets up what scripts/demo and scripts/test need; both source this file from the project's folder.
# Each step is quick when there is nothing to do.

say() {
    printf '\n== %s\n' "$*"
}

# apt_install PACKAGE... - or say what is missing and how to get it, and fail.
apt_install() {
    local root=()
    if ((EUID != 0)); then
        root=(sudo)
    fi
    if ! command -v apt-get >/dev/null || ! command -v "${root[@]:-true}" >/dev/null; then
        echo "Missing on this machine, and not to be had without root and apt: $*" >&2
        echo "On Debian or Ubuntu: apt-get install --no-install-recommends $*" >&2
        return 1
    fi
    say "Installing $*"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends)
    # A fresh machine has no package lists, or old ones; where they will do, they are not fetched.
    "${root[@]}" "${install[@]}" "$@" >/dev/null 2>&1 && return 0
    "${root[@]}" apt-get update -qq && "${root[@]}" "${install[@]}" "$@" >/dev/null && return 0
    echo "apt-get could not install: $*" >&2
    return 1
}

# make_environment [EXTRA] - a virtual environment in .venv, with glocbot installed as users do it.
make_environment() {
    local extra=${1:+[$1]} stamp=.venv/installed${1:+-$1} wanted
    local pip=(.venv/bin/pip install --quiet --disable-pip-version-check --root-user-action=ignore)
    command -v python3 >/dev/null || apt_install python3
    if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        echo "glocbot needs Python 3.11 or newer; this is $(python3 --version)" >&2
        return 1
    fi
    if [[ ! -x .venv/bin/pip ]]; then
        python3 -c 'import ensurepip' 2>/dev/null || apt_install python3-venv
        say "Making a virtual environment in .venv"
        python3 -m venv .venv
    fi
    wanted=$(sha256sum pyproject.toml)
    if [[ $(cat "$stamp" 2>/dev/null) != "$wanted" ]]; then
        say "Installing what glocbot needs"
        "${pip[@]}" 'hatchling>=1.27' ".$extra"
        echo "$wanted" >"$stamp"
    fi
    # Always anew, and not editable, so that what runs is what users get. A build of its own would
    # fetch hatchling each time.
    "${pip[@]}" --no-deps --no-build-isolation --force-reinstall .
}

# The pages' ES modules, with types in JSDoc. Deno checks them; users' browsers run them as they are.
SCRIPTS=(glocbot/browser glocbot/web/static tests/browser/scripts)

# check_source - lint, formatting, layers and types; .pre-commit-config.yaml lists the same commands.
check_source() {
    say "Lint and formatting"
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    say "Layers"
    .venv/bin/lint-imports
    say "Types"
    .venv/bin/mypy
    say "Scripts of the pages: types, lint, what they compute"
    .venv/bin/deno check --quiet "${SCRIPTS[@]}"
    .venv/bin/deno lint --quiet "${SCRIPTS[@]}"
    .venv/bin/deno test --quiet --no-check tests/browser/scripts
}

install_mediawiki() {
    local missing=() modules module
    [[ -e /usr/share/mediawiki/maintenance/install.php ]] || missing+=(mediawiki)
    command -v php >/dev/null || missing+=(php-cli)
    modules=$(php -m 2>/dev/null || true)
    for module in sqlite3 mbstring xml intl curl gd; do
        grep -qix "$module" <<<"$modules" || missing+=("php-$module")
    done
    ((${#missing[@]} == 0)) || apt_install "${missing[@]}"
}

install_chromium() {
    local missing=()
    command -v chromium >/dev/null || missing+=(chromium)
    command -v chromedriver >/dev/null || missing+=(chromium-driver)
    ((${#missing[@]} == 0)) || apt_install "${missing[@]}"
}
