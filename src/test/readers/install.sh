#!/usr/bin/env bash
# Installs the programs that the tests of the group readers compare files with: psd-tools and ag-psd into the folder
# .readers, and as root on Debian ImageMagick, GIMP, Krita, a display for it and Node. Ends with an error if one is missing.
set -euo pipefail
cd "$(dirname "$0")/../../.."
home=${1:-.readers}

fail() {
  echo "the programs to read files back with cannot be installed: $*" >&2
  exit 1
}

needed=()
command -v convert > /dev/null || needed+=(imagemagick)
command -v gimp-console > /dev/null || needed+=(gimp)
# Krita's own Python needs PyQt.
command -v kritarunner > /dev/null || needed+=(krita)
[[ -d /usr/lib/python3/dist-packages/PyQt5 ]] || needed+=(python3-pyqt5)
command -v xvfb-run > /dev/null || needed+=(xvfb xauth)
command -v node > /dev/null || needed+=(nodejs)
command -v npm > /dev/null || needed+=(npm)
command -v python3 > /dev/null || needed+=(python3)
python3 -c 'import ensurepip' 2> /dev/null || needed+=(python3-venv)
if ((${#needed[@]})); then
  ((EUID == 0)) || fail "install ${needed[*]}, or run this as root"
  apt-get update -qq || fail "apt-get update"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${needed[@]}" > /dev/null \
    || fail "apt-get install ${needed[*]}"
fi

mkdir -p "$home"
if ! "$home/venv/bin/python" -c 'import psd_tools, aggdraw, scipy' 2> /dev/null; then
  python3 -m venv "$home/venv" || fail "python3 -m venv"
  "$home/venv/bin/pip" install -q --disable-pip-version-check 'psd-tools[composite]==1.26.0' 'pillow==13.0.0' \
    || fail "pip install psd-tools"
fi
if [[ ! -d $home/node_modules/ag-psd ]]; then
  npm install --silent --no-audit --no-fund --prefix "$home" ag-psd@31.0.2 || fail "npm install ag-psd"
fi
