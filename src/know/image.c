#include "know/image.h"

#define IMAGE_MAGIC 0x31646e7369u /* "isnd1" */
#define IMAGE_ALIGN 64u           /* a cache line */

struct image_head {
    uint64_t magic, size;
    struct {
        uint64_t at, size;
    } sections[IMAGE_SECTION_COUNT];
};

void image_put(struct image_writer *writer, enum image_section section, const void *bytes, size_t size)
{
    writer->sections[section] = slice_make(bytes, size);
}

struct slice image_finish(struct arena *mem, const struct image_writer *writer)
{
    struct image_head head = { .magic = IMAGE_MAGIC };
    size_t at = (sizeof head + IMAGE_ALIGN - 1) & ~(size_t)(IMAGE_ALIGN - 1);
    for (int i = 0; i < IMAGE_SECTION_COUNT; i++) {
        head.sections[i].at = at;
        head.sections[i].size = writer->sections[i].len;
        at += (writer->sections[i].len + IMAGE_ALIGN - 1) & ~(size_t)(IMAGE_ALIGN - 1);
    }
    head.size = at;
    char *bytes = arena_alloc(mem, at);
    memcpy(bytes, &head, sizeof head);
    for (int i = 0; i < IMAGE_SECTION_COUNT; i++)
        if (writer->sections[i].len)
            memcpy(bytes + head.sections[i].at, writer->sections[i].at, writer->sections[i].len);
    return slice_make(bytes, at);
}

enum isnad_status image_check(struct slice image, struct isnad_error *error)
{
    const struct image_head *head = (const void *)image.at;
    if (image.len < sizeof *head || head->magic != IMAGE_MAGIC || head->size > image.len)
        return error_set(error, ISNAD_INPUT, "codebook", 0, "not a compiled codebook of this program");
    return ISNAD_OK;
}

struct slice image_section(struct slice image, enum image_section section)
{
    const struct image_head *head = (const void *)image.at;
    return slice_make(image.at + head->sections[section].at, head->sections[section].size);
}
