# Isnad. The two commands of the README, and short names for the rest. The build itself is CMakeLists.txt.
#
#   make run       installs what is missing, builds, reads the sample reports
#   make test      installs what is missing, builds, passes every test

PREFIX ?= /usr/local
DESTDIR ?=
SECONDS ?= 60
PROGRAM = build/release/isnad

.PHONY: all run test build check sanitize clang fuzz bench format install clean help
.NOTPARALLEL:

all: build

help:
	@sed -n 's/^## //p' Makefile

## make run                 read the sample reports and show their claims
run: build
	@echo '$$ $(PROGRAM) read samples'
	@$(PROGRAM) read samples

## make test                build and run every test
test:
	@tools/setup.sh test
	@tools/build.sh release
	@ctest --test-dir build/release --output-on-failure --no-tests=error -j 2

## make build               the optimised program, at build/release/isnad
build:
	@tools/setup.sh build
	@tools/build.sh release isnad isnad_shared isnad_static

## make check               static checks: those of make test, clang, clang-tidy
check:
	@tools/setup.sh test
	@tools/check.sh

## make sanitize            the tests under AddressSanitizer and UndefinedBehaviorSanitizer
sanitize:
	@tools/setup.sh test
	@tools/build.sh sanitize
	@ctest --test-dir build/sanitize --output-on-failure --no-tests=error -j 2

## make fuzz SECONDS=60     each fuzz target for that long
fuzz:
	@tools/setup.sh test
	@tools/build.sh fuzz
	@tools/fuzz.sh $(SECONDS)

## make bench               measure quality and speed on ../shared/bench, rewrite the table of docs/quality.md
bench: build
	@tools/measure.sh

## make format              lay the code out with clang-format
format:
	@tools/setup.sh test
	@tools/sources.sh | xargs clang-format -i

## make install PREFIX=/usr/local
install: build
	@DESTDIR="$(DESTDIR)" cmake --install build/release --prefix "$(PREFIX)"

## make clean
clean:
	@rm -rf build
