#!/usr/bin/env bash
# Shoots the pictures of README and guide from the real window, on a screen of its own (needs Xvfb, libgtk-3-0, libxxf86vm1, libgl1):
# all of them into this folder, or those that are named; PICTURES names another folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
Xvfb :97 -screen 0 2880x1800x24 > /dev/null 2>&1 &
screen=$!
trap 'kill "$screen"' EXIT
wanted=" $* "
shoot() { # NAME THEME STATE LAYOUT SIZE [MODELS]
  [[ $wanted = "  " || $wanted = *" $1 "* ]] || return 0
  DISPLAY=:97 mvn -B -q test-compile exec:exec -Dexec.classpathScope=test -Dmain.class=org.layerloom.ui.EditorPicture \
    -Dapp.args="${PICTURES:-docs/pictures}/$1.webp $2 $3 $5 assets/samples/$4.json ${6:-}"
}
shoot editor dark design birthday-card 1440x900 assets/models
shoot editor-light light design birthday-card 1440x900 assets/models
shoot start dark start poster 1440x900 assets/models
shoot start-light light start poster 1440x900 assets/models
shoot empty dark empty poster 1440x900
shoot generating dark preview birthday-card 1440x900 assets/models
shoot shortcuts light shortcuts menu 1440x900 assets/models
shoot search dark search menu 1440x900 assets/models
shoot preferences dark preferences menu 1440x900 assets/models
JDK_JAVA_OPTIONS=-Dglass.gtk.uiScale=200% shoot editor-light-2x light design birthday-card 1440x900 assets/models
