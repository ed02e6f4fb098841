/*
 * ontology_header.c - writes the closed lists of codebook/ontology as C enums and name tables, at build time.
 *
 *     ontology_header CODEBOOK-DIR OUT.h
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIST_MOST 240 /* the enums are kept in bytes */
#define LINE_ROOM 1024

static void put_identifier(FILE *out, const char *prefix, const char *id)
{
    fprintf(out, "%s_", prefix);
    for (; *id; id++)
        fputc(*id == '-' ? '_' : toupper((unsigned char)*id), out);
}

/* One list: `enum NAME { PREFIX_NONE, PREFIX_A, … PREFIX_COUNT }` and `NAME_names[]`; the column `extra` becomes NAME_extras[]. */
static int put_list(FILE *out, const char *dir, const char *file, const char *name, const char *prefix, int extra)
{
    char path[4096], line[LINE_ROOM];
    snprintf(path, sizeof path, "%s/ontology/%s", dir, file);
    FILE *in = fopen(path, "r");
    if (!in) {
        perror(path);
        return 1;
    }
    static char ids[LIST_MOST][64], extras[LIST_MOST][128];
    int count = 0, line_number = 0;
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\r\n")] = 0;
        if (!line[0] || line[0] == '#' || line_number++ == 0)
            continue;
        if (count == LIST_MOST) {
            fprintf(stderr, "%s: more than %d entries\n", path, LIST_MOST);
            fclose(in);
            return 1;
        }
        char *cell = line;
        for (int column = 0; cell; column++) {
            char *tab = strchr(cell, '\t');
            if (tab)
                *tab++ = 0;
            if (column == 0)
                snprintf(ids[count], sizeof ids[count], "%.63s", cell);
            if (column == extra)
                snprintf(extras[count], sizeof extras[count], "%.127s", cell);
            cell = tab;
        }
        count++;
    }
    fclose(in);
    fprintf(out, "enum %s {\n    %s_NONE,\n", name, prefix);
    for (int i = 0; i < count; i++) {
        fprintf(out, "    ");
        put_identifier(out, prefix, ids[i]);
        fprintf(out, ",\n");
    }
    fprintf(out, "    %s_COUNT\n};\n\nstatic const char *const %s_names[] = { \"\"", prefix, name);
    for (int i = 0; i < count; i++)
        fprintf(out, ", \"%s\"", ids[i]);
    fprintf(out, " };\n");
    fprintf(out, "static const char *const %s_labels[] = { \"\"", name);
    for (int i = 0; i < count; i++)
        fprintf(out, ", \"%s\"", extras[i]);
    fprintf(out, " };\n\n");
    return 0;
}

/* One more column of a list: `NAME_SUFFIX[]`, in the order of the enum. */
static int put_column(FILE *out, const char *dir, const char *file, const char *name, const char *suffix, int column)
{
    char path[4096], line[LINE_ROOM];
    snprintf(path, sizeof path, "%s/ontology/%s", dir, file);
    FILE *in = fopen(path, "r");
    if (!in) {
        perror(path);
        return 1;
    }
    int line_number = 0;
    fprintf(out, "static const char *const %s_%s[] = { \"\"", name, suffix);
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\r\n")] = 0;
        if (!line[0] || line[0] == '#' || line_number++ == 0)
            continue;
        char *cell = line;
        for (int i = 0; i < column && cell; i++) {
            cell = strchr(cell, '\t');
            cell = cell ? cell + 1 : NULL;
        }
        fprintf(out, ", \"%.*s\"", cell ? (int)strcspn(cell, "\t") : 0, cell ? cell : "");
    }
    fclose(in);
    fprintf(out, " };\n\n");
    return 0;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: ontology_header CODEBOOK-DIR OUT.h\n");
        return 2;
    }
    FILE *out = fopen(argv[2], "w");
    if (!out) {
        perror(argv[2]);
        return 1;
    }
    fprintf(
        out,
        "/* Written by tools/ontology_header.c from codebook/ontology: not edited, not committed. */\n#ifndef ONTOLOGY_H\n#define ONTOLOGY_H\n\n"
        "#if defined(__GNUC__)\n#pragma GCC diagnostic ignored \"-Wunused-variable\"\n#endif\n\n");
    int failed =
        put_list(out, argv[1], "types.tsv", "event_type", "EVENT", 4) || put_column(out, argv[1], "types.tsv", "event_type", "cameos", 2)
        || put_list(out, argv[1], "modes.tsv", "event_mode", "MODE", 2) || put_list(out, argv[1], "classes.tsv", "noun_class", "CLASS", 1)
        || put_list(out, argv[1], "particles.tsv", "particle_class", "PARTICLE", 1)
        || put_list(out, argv[1], "operators.tsv", "operator_class", "OPERATOR", 1)
        || put_list(out, argv[1], "kinds.tsv", "entity_kind", "KIND", 2) || put_list(out, argv[1], "counts.tsv", "count_kind", "COUNTED", 1)
        || put_list(out, argv[1], "signs.tsv", "claim_sign", "SIGN", 1);
    fprintf(out, "#endif\n");
    if (fclose(out) != 0 || failed) {
        remove(argv[2]);
        return 1;
    }
    return 0;
}
