#!/usr/bin/env bash
# Makes target/dist/Layerloom, a program folder with its own runtime, from a built program. Usage: installer/app-image.sh
set -euo pipefail
cd "$(dirname "$0")/.."

jpackage=${JAVA_HOME:+$JAVA_HOME/bin/}jpackage
"$jpackage" --version | grep -q '^2[5-9]' || { echo "jpackage of JDK 25 is needed: set JAVA_HOME to a JDK 25." >&2; exit 2; }
[ -f target/layerloom.jar ] || { echo "target/layerloom.jar is missing: run mvn -q -DskipTests package first." >&2; exit 2; }

input=target/installer-input
rm -rf "$input" target/dist
mkdir -p "$input/libtorch" "$input/models"

# libtorch and its bridge as plain files: nothing is unpacked into the user's home (docs/decisions/0001).
unzip -q -j target/lib/pytorch-native-cpu-*.jar 'pytorch/cpu/*/*' -d "$input/libtorch"
unzip -q -j target/lib/pytorch-jni-*.jar "jnilib/linux-$(uname -m | sed 's/arm64/aarch64/')/cpu/*" -d "$input/libtorch"
# JavaFX's platform-less jars are empty, and the two jars just unpacked are not needed again.
for jar in target/layerloom.jar target/lib/*.jar; do
  case "$jar" in
    */javafx-*[0-9].jar | */pytorch-native-cpu-*.jar | */pytorch-jni-*.jar) ;;
    *) cp "$jar" "$input/" ;;
  esac
done
cp -r assets/models/. "$input/models/"

"$jpackage" --type app-image --name Layerloom --app-version 0.1.0 --dest target/dist \
  --input "$input" --main-jar layerloom.jar --main-class org.layerloom.Main \
  --java-options "--enable-native-access=ALL-UNNAMED" --java-options "--sun-misc-unsafe-memory-access=allow" \
  --java-options "--add-modules=jdk.incubator.vector" \
  --java-options '-DPYTORCH_LIBRARY_PATH=$APPDIR/libtorch' --java-options "-DPYTORCH_VERSION=2.7.1" --java-options "-DPYTORCH_FLAVOR=cpu" \
  --java-options '-Dlayerloom.models=$APPDIR/models' \
  --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.scripting,java.sql,java.xml,jdk.unsupported,jdk.unsupported.desktop,jdk.incubator.vector,jdk.zipfs,jdk.crypto.ec,jdk.charsets \
  --jlink-options "--strip-native-commands --strip-debug --no-header-files --no-man-pages --compress zip-6"
echo "target/dist/Layerloom ($(du -sh target/dist/Layerloom | cut -f1))"
