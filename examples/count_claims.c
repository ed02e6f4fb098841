/*
 * count_claims.c - counts the claims of reports by type, and how many of them the report has from somebody.
 *
 *     cc -std=c17 -o count_claims count_claims.c $(pkg-config --cflags --libs isnad)
 *     ./count_claims report.txt page.html
 *
 * Each file is one report. Shows the use of libisnad: open a reader once, a session a thread, read, ask for the claims.
 */
#include <isnad.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_TYPES 32

struct type_count {
    char name[32];
    unsigned count;
};

struct tally {
    struct type_count types[MOST_TYPES];
    size_t type_count;
    unsigned claims, told_by_others;
};

/* The whole file with a NUL behind it; NULL when it cannot be read. The caller frees it. */
static char *file_read(const char *path, size_t *size)
{
    FILE *in = fopen(path, "rb");
    char *bytes = NULL;
    size_t room = 0, got = 0;
    if (!in)
        return NULL;
    do {
        room = room * 2 + 65536;
        char *grown = realloc(bytes, room);
        if (!grown)
            break;
        bytes = grown;
        got += fread(bytes + got, 1, room - got - 1, in);
    } while (!feof(in) && !ferror(in));
    if (bytes)
        bytes[got] = 0;
    fclose(in);
    *size = got;
    return bytes;
}

/* The value of "type" in a claim's JSON. Real programs use a JSON library; the contract puts no quotation mark inside a type. */
static void claim_type(const char *json, char *out, size_t room)
{
    const char *start = strstr(json, "\"type\":\"");
    size_t len = start ? strcspn(start + 8, "\"") : 0;
    if (len >= room)
        len = room - 1;
    if (start)
        memcpy(out, start + 8, len);
    out[len] = 0;
}

static void tally_add(struct tally *tally, const char *json)
{
    char type[32];
    size_t i = 0;
    claim_type(json, type, sizeof type);
    while (i < tally->type_count && strcmp(tally->types[i].name, type) != 0)
        i++;
    if (i == MOST_TYPES)
        return;
    if (i == tally->type_count)
        strcpy(tally->types[tally->type_count++].name, type);
    tally->types[i].count++;
    tally->claims++;
    tally->told_by_others += !strstr(json, "\"chain\":[]");
}

static int report_count(struct isnad_session *session, const char *path, struct tally *tally)
{
    struct isnad_error error = { 0 };
    size_t size = 0;
    char *bytes = file_read(path, &size);
    if (!bytes) {
        perror(path);
        return 1;
    }
    struct isnad_report report = { .name = path, .bytes = bytes, .size = size };
    enum isnad_status status = isnad_session_read(session, &report, &error);
    free(bytes); /* the session keeps what it needs */
    if (status != ISNAD_OK) {
        fprintf(stderr, "%s: byte %llu: %s\n", path, (unsigned long long)error.byte, error.text);
        return 1;
    }
    for (size_t i = 0; i < isnad_session_claim_count(session); i++)
        tally_add(tally, isnad_session_claim_json(session, i));
    printf("%s: %zu claims, %zu mentions\n", path, isnad_session_claim_count(session), isnad_session_mention_count(session));
    return 0;
}

int main(int argc, char **argv)
{
    struct isnad_error error = { 0 };
    struct tally tally = { 0 };
    int failed = 0;
    struct isnad_reader *reader = isnad_reader_open(NULL, &error);
    struct isnad_session *session = reader ? isnad_session_open(reader, &error) : NULL;
    if (!session) {
        fprintf(stderr, "count_claims: %s\n", error.text);
        isnad_reader_close(reader);
        return 3;
    }
    for (int i = 1; i < argc; i++)
        failed |= report_count(session, argv[i], &tally);
    for (size_t i = 0; i < tally.type_count; i++)
        printf("%-10s %u\n", tally.types[i].name, tally.types[i].count);
    printf("%u claims, %u of them told by a source; isnad %s\n", tally.claims, tally.told_by_others, isnad_version());
    isnad_session_close(session);
    isnad_reader_close(reader);
    return failed;
}
