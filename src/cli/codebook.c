/*
 * codebook.c - `isnad codebook`: check, test and show.
 */
#include "cli/codebook.h"

#include <stdio.h>
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/message.h"

void codebook_print_place(const struct book *book, const char *dir, struct slice file, uint32_t line)
{
    if (dir && book_is_user_file(book, file))
        printf("%s%s", dir, dir[0] && dir[strlen(dir) - 1] == '/' ? "" : "/");
    printf("%.*s:%u: ", (int)file.len, file.at, (unsigned)line);
}

static void check_print_faults(const struct book *book, const char *dir)
{
    for (uint32_t i = 0; i < book->faults.count; i++) {
        const struct fault *fault = &book->faults.items[i];
        codebook_print_place(book, dir, fault->file, fault->line);
        printf("%.*s\n", (int)fault->message.len, fault->message.at);
    }
}

static enum isnad_status run_check(const char *dir)
{
    struct book book;
    struct isnad_error error = { 0 };
    enum isnad_status status = book_compile(&book, dir, &error);
    if (status == ISNAD_SYSTEM) {
        message_error(&error);
    } else {
        check_print_faults(&book, dir);
        uint32_t files = dir ? book.files.count - book.user_first : book.files.count;
        printf("%u files, %u faults\n", (unsigned)files, (unsigned)book.faults.count);
    }
    book_close(&book);
    return status;
}

static enum isnad_status run_test(const char *dir)
{
    struct book book;
    struct isnad_error error = { 0 };
    struct example_count count = { 0 };
    enum isnad_status status = book_compile(&book, dir, &error);
    if (status != ISNAD_SYSTEM) {
        check_print_faults(&book, dir);
        enum isnad_status tested = codebook_test(&book, dir, &count);
        printf("%u passed, %u failed\n", (unsigned)count.passed, (unsigned)count.failed + (unsigned)book.faults.count);
        status = tested > status ? tested : status;
    } else {
        message_error(&error);
    }
    book_close(&book);
    return status;
}

static bool is_folder(const char *path)
{
    struct stat info;
    return !stat(path, &info) && S_ISDIR(info.st_mode);
}

static enum isnad_status run_show(const struct options *options)
{
    struct book book;
    struct isnad_error error = { 0 };
    const char *dir = options->codebook;
    size_t first = 1;
    if (!dir && options->path_count > 1 && is_folder(options->paths[1]))
        dir = options->paths[first++];
    enum isnad_status status = book_open(&book, dir, &error);
    if (status != ISNAD_OK) {
        message_error(&error);
        book_close(&book);
        return status;
    }
    if (first == options->path_count)
        codebook_show_sizes(&book.know);
    char words[1024] = "";
    for (size_t i = first; i < options->path_count; i++) {
        size_t len = strlen(words);
        snprintf(words + len, sizeof words - len, "%s%s", len ? " " : "", options->paths[i]);
    }
    if (first < options->path_count)
        status = codebook_show_word(&book.know, slice_of(words));
    book_close(&book);
    return status;
}

enum isnad_status command_codebook(const struct options *options)
{
    const char *verb = options->path_count ? options->paths[0] : "";
    if (!strcmp(verb, "show"))
        return run_show(options);
    bool check = !strcmp(verb, "check");
    if (!check && strcmp(verb, "test") != 0) {
        message_print("codebook: what to do is missing: check, test or show; see `isnad codebook --help`");
        return ISNAD_USAGE;
    }
    if (options->path_count > 2 || (options->codebook && options->path_count > 1)) {
        message_print("codebook %s: one folder at a time; see `isnad codebook --help`", verb);
        return ISNAD_USAGE;
    }
    const char *dir = options->codebook ? options->codebook : options->path_count > 1 ? options->paths[1] : NULL;
    return check ? run_check(dir) : run_test(dir);
}
