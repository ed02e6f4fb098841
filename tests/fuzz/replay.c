/*
 * replay.c - runs a fuzz target over the files and folders it is given: the corpus as a test, with any compiler.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static unsigned count;

static int replay(const char *path)
{
    struct stat info;
    if (stat(path, &info)) {
        perror(path);
        return 1;
    }
    if (S_ISDIR(info.st_mode)) {
        struct dirent **names;
        int found = scandir(path, &names, NULL, alphasort), failed = found < 0;
        for (int i = 0; i < found; i++) {
            char inner[4096];
            snprintf(inner, sizeof inner, "%s/%s", path, names[i]->d_name);
            if (names[i]->d_name[0] != '.')
                failed |= replay(inner);
            free(names[i]);
        }
        free(names);
        return failed;
    }
    size_t size = (size_t)info.st_size;
    uint8_t *bytes = malloc(size ? size : 1);
    FILE *in = fopen(path, "rb");
    if (!bytes || !in || fread(bytes, 1, size, in) != size) {
        perror(path);
        return 1;
    }
    fclose(in);
    LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    count++;
    return 0;
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (int i = 1; i < argc; i++)
        failed |= replay(argv[i]);
    printf("%u inputs\n", count);
    return failed || !count;
}
