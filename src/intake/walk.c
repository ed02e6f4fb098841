#include "intake/walk.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#define WALK_DEPTH 64u /* folders within folders; deeper ones are listed as files, and fail to open as such */

static void walk_add(struct arena *mem, struct walk *walk, const char *path, const struct stat *info)
{
    struct walk_file *file = list_add(mem, walk);
    file->path = arena_copy(mem, slice_of(path)).at;
    file->sized = info && S_ISREG(info->st_mode);
    file->size = file->sized && info->st_size > 0 ? (uint64_t)info->st_size : 0;
}

static bool walk_takes(const char *name)
{
    static const char *const endings[] = { ".txt", ".html", ".htm", ".json", ".jsonl", ".ndjson" };
    struct slice rest = slice_of(name);
    if (slice_ends(rest, slice_of(".gz")))
        rest.len -= 3;
    else if (slice_ends(rest, slice_of(".zst")))
        rest.len -= 4;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_ends(rest, slice_of(endings[i])))
            return true;
    return false;
}

static int walk_order(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder but hidden ones, sorted; false when it cannot be listed. */
static bool walk_list(struct arena *mem, const char *path, const char ***names, uint32_t *count)
{
    struct {
        const char **items;
        uint32_t count, room;
    } list = { 0 };
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    /* The arena's escape may leave this function, so nothing of it is called while the folder is open: two passes. */
    size_t used = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        used += strlen(entry->d_name) + 1;
    closedir(folder);
    char *held = arena_alloc(mem, used + 1);
    size_t at = 0;
    folder = opendir(path);
    if (!folder)
        return false;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        size_t len = strlen(entry->d_name) + 1;
        if (entry->d_name[0] == '.' || len > used - at)
            continue;
        memcpy(held + at, entry->d_name, len);
        at += len;
    }
    closedir(folder);
    for (size_t i = 0; i < at; i += strlen(held + i) + 1)
        *(const char **)list_add(mem, &list) = held + i;
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, walk_order);
    *names = list.items;
    *count = list.count;
    return true;
}

static void walk_folder(struct arena *mem, const char *path, unsigned depth, struct walk *walk)
{
    const char **names;
    uint32_t count;
    if (depth == WALK_DEPTH || !walk_list(mem, path, &names, &count)) {
        walk_add(mem, walk, path, NULL);
        return;
    }
    const char *between = slice_ends(slice_of(path), slice_of("/")) ? "" : "/";
    for (uint32_t i = 0; i < count; i++) {
        const char *inner = arena_print(mem, "%s%s%s", path, between, names[i]).at;
        struct stat info, target;
        if (lstat(inner, &info))
            continue; /* gone since */
        if (S_ISDIR(info.st_mode))
            walk_folder(mem, inner, depth + 1, walk);
        else if (walk_takes(names[i]) && !stat(inner, &target) && S_ISREG(target.st_mode))
            walk_add(mem, walk, inner, &target);
        else
            walk->ignored++;
    }
}

void walk_path(struct arena *mem, const char *path, struct walk *walk)
{
    struct stat info;
    if (!strcmp(path, "-") || stat(path, &info))
        walk_add(mem, walk, path, NULL);
    else if (S_ISDIR(info.st_mode))
        walk_folder(mem, path, 0, walk);
    else
        walk_add(mem, walk, path, &info);
}
