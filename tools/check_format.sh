#!/bin/sh
# The layout is what clang-format makes of it. `make format` mends it.
cd "$(dirname "$0")/.." || exit 1
tools/sources.sh | xargs clang-format --dry-run --Werror
