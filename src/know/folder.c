#include "know/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"

#define FOLDER_DEPTH 8u /* folders within folders; also what ends a loop of symbolic links */
#define BUNDLE_HEAD "isnad-bundle 1\n"

struct folder {
    struct arena *mem;
    const char *dir;
    struct codebook_file_list *files;
    struct isnad_error *error;
};

static enum isnad_status folder_walk(struct folder *folder, const char *inner, unsigned depth);

static enum isnad_status folder_read_file(struct folder *folder, const char *path, const char *inner, size_t size)
{
    if (size > LIMIT_FILE_BYTES)
        return error_set(folder->error, ISNAD_INPUT, path, 0, "the file is larger than %zu bytes", LIMIT_FILE_BYTES);
    if (strchr(inner, '\n'))
        return error_set(folder->error, ISNAD_INPUT, path, 0, "the file's name holds a line break");
    char *bytes = arena_alloc(folder->mem, size + 1);
    struct codebook_file *file = list_add(folder->mem, folder->files);
    size_t len = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return error_set(folder->error, ISNAD_SYSTEM, path, 0, "%s", strerror(errno));
    for (ssize_t got; len < size; len += (size_t)got) {
        got = read(fd, bytes + len, size - len);
        if (got < 0 && errno == EINTR) {
            got = 0;
            continue;
        }
        if (got < 0) {
            int failure = errno;
            close(fd);
            return error_set(folder->error, ISNAD_SYSTEM, path, len, "%s", strerror(failure));
        }
        if (!got)
            break; /* cut since */
    }
    close(fd);
    file->path = slice_of(inner);
    file->bytes = slice_make(bytes, len);
    return ISNAD_OK;
}

static enum isnad_status folder_take(struct folder *folder, const char *inner, unsigned depth)
{
    const char *path = arena_print(folder->mem, "%s/%s", folder->dir, inner).at;
    struct stat info;
    if (stat(path, &info))
        return errno == ENOENT ? ISNAD_OK /* gone since, or a link to nothing */
                               : error_set(folder->error, ISNAD_SYSTEM, path, 0, "%s", strerror(errno));
    if (S_ISDIR(info.st_mode))
        return folder_walk(folder, inner, depth + 1);
    if (!S_ISREG(info.st_mode) || !slice_ends(slice_of(inner), slice_of(".tsv")))
        return ISNAD_OK;
    return folder_read_file(folder, path, inner, (size_t)info.st_size);
}

/* The names in a folder one after the other, each with its NUL. The arena's escape may leave this function, so nothing of the arena
 * is called while the folder is open: two passes. */
static enum isnad_status folder_names(struct folder *folder, const char *path, struct slice *names)
{
    size_t room = 0, used = 0;
    DIR *open_folder = opendir(path);
    if (!open_folder)
        return error_set(folder->error, ISNAD_SYSTEM, path, 0, "%s", strerror(errno));
    for (struct dirent *entry; (entry = readdir(open_folder)) != NULL;)
        room += strlen(entry->d_name) + 1;
    closedir(open_folder);
    char *held = arena_alloc(folder->mem, room + 1);
    open_folder = opendir(path);
    if (!open_folder)
        return error_set(folder->error, ISNAD_SYSTEM, path, 0, "%s", strerror(errno));
    for (struct dirent *entry; (entry = readdir(open_folder)) != NULL;) {
        size_t len = strlen(entry->d_name) + 1;
        if (entry->d_name[0] == '.' || len > room - used)
            continue;
        memcpy(held + used, entry->d_name, len);
        used += len;
    }
    closedir(open_folder);
    *names = slice_make(held, used);
    return ISNAD_OK;
}

static enum isnad_status folder_walk(struct folder *folder, const char *inner, unsigned depth)
{
    const char *path = *inner ? arena_print(folder->mem, "%s/%s", folder->dir, inner).at : folder->dir;
    if (depth == FOLDER_DEPTH)
        return error_set(folder->error, ISNAD_INPUT, path, 0, "more than %u folders within each other", FOLDER_DEPTH);
    struct slice names = { 0 };
    enum isnad_status status = folder_names(folder, path, &names);
    for (size_t i = 0; i < names.len && status == ISNAD_OK; i += strlen(names.at + i) + 1)
        status = folder_take(folder, arena_print(folder->mem, "%s%s%s", inner, *inner ? "/" : "", names.at + i).at, depth);
    return status;
}

static int folder_order(const void *a, const void *b)
{
    return strcmp(((const struct codebook_file *)a)->path.at, ((const struct codebook_file *)b)->path.at);
}

enum isnad_status codebook_folder_read(struct arena *mem, const char *dir, struct codebook_file_list *files, struct isnad_error *error)
{
    struct folder folder = { .mem = mem, .dir = dir, .files = files, .error = error };
    uint32_t before = files->count;
    enum isnad_status status = folder_walk(&folder, "", 0);
    if (status != ISNAD_OK)
        return status;
    if (files->count == before)
        return error_set(error, ISNAD_INPUT, dir, 0, "there is no .tsv file in this folder");
    qsort(files->items + before, files->count - before, sizeof *files->items, folder_order);
    return ISNAD_OK;
}

enum isnad_status codebook_bundle_read(struct arena *mem, struct slice bundle, struct codebook_file_list *files, struct isnad_error *error)
{
    struct slice rest = slice_from(bundle, strlen(BUNDLE_HEAD));
    if (!slice_starts(bundle, slice_of(BUNDLE_HEAD)))
        return error_set(error, ISNAD_INPUT, NULL, 0, "no bundle of codebook files");
    while (rest.len) {
        struct slice path, digits;
        size_t size = 0;
        bool whole = slice_cut(&rest, '\n', &path) && slice_cut(&rest, '\n', &digits);
        for (size_t i = 0; whole && i < digits.len; i++) {
            whole = digits.at[i] >= '0' && digits.at[i] <= '9' && size < SIZE_MAX / 16;
            size = size * 10 + (size_t)(digits.at[i] - '0');
        }
        if (!whole || !rest.at || size >= rest.len)
            return error_set(error, ISNAD_INPUT, NULL, rest.at ? (uint64_t)(rest.at - bundle.at) : bundle.len, "the bundle is cut off");
        struct codebook_file *file = list_add(mem, files);
        file->path = path;
        file->bytes = slice_make(rest.at, size);
        rest = slice_from(rest, size + 1);
    }
    return ISNAD_OK;
}

struct slice codebook_bundle_make(struct arena *mem, const struct codebook_file_list *files)
{
    size_t room = strlen(BUNDLE_HEAD), used = room;
    for (uint32_t i = 0; i < files->count; i++)
        room += files->items[i].path.len + files->items[i].bytes.len + 32;
    char *bundle = arena_alloc(mem, room);
    memcpy(bundle, BUNDLE_HEAD, used);
    for (uint32_t i = 0; i < files->count; i++) {
        const struct codebook_file *file = &files->items[i];
        struct slice head = arena_print(mem, "%.*s\n%zu\n", (int)file->path.len, file->path.at, file->bytes.len);
        memcpy(bundle + used, head.at, head.len);
        used += head.len;
        memcpy(bundle + used, file->bytes.at, file->bytes.len);
        used += file->bytes.len;
        bundle[used++] = '\n';
    }
    return slice_make(bundle, used);
}
