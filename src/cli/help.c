#include "cli/command.h"

const char help_program[] =
    "isnad - who says that what happened: claims with their chains of sources, out of Arabic news\n"
    "\n"
    "  isnad read      [FILE...]          the claims of reports\n"
    "  isnad mentions  [FILE...]          the names, places, numbers and dates in them\n"
    "  isnad explain   [FILE...]          why: the words, clauses and rules behind each claim\n"
    "  isnad codebook  check|test|show    what the program knows, and your own files for it\n"
    "\n"
    "  isnad COMMAND --help               options and examples\n"
    "  isnad --version\n"
    "\n"
    "FILE is a text, an HTML page, JSON or JSON Lines, each also as .gz or .zst, or a folder of them; `-` or none is\n"
    "standard input. Data goes to standard output, everything else to standard error. Nothing leaves this machine.\n"
    "\n"
    "Exit codes: 0 done; 1 some input could not be read, the rest was; 2 wrong usage; 3 the system failed.\n"
    "\n"
    "    isnad read report.txt\n"
    "    zcat news.jsonl.gz | isnad read --json - > claims.jsonl\n";

#define HELP_COMMON                                                                                                 \
    "  --date YYYY-MM-DD   the publication day of reports that do not say it: 'yesterday' is resolved against it\n" \
    "  --outlet NAME       the outlet of reports that do not name theirs\n"                                         \
    "  --codebook DIR      your own codebook files, laid over the built-in ones\n"

#define HELP_STREAM                                                                                                                \
    HELP_COMMON                                                                                                                    \
    "  --jobs N            threads, 1 to 256; else one a core. The output does not depend on it\n"                                 \
    "  --notes             tell each oddity of the input (malformed characters, text past a limit) on standard error\n"            \
    "  --help\n"                                                                                                                   \
    "\n"                                                                                                                           \
    "FILE is a text, an HTML page, JSON or JSON Lines (fields text or html, and doc or id, title, date, outlet, url), each also\n" \
    "as .gz or .zst, or a folder of them; `-` or none is standard input.\n"

const char help_read[] =
    "isnad read [FILE...] - the claims of reports: what is said to have happened, and who says so\n"
    "\n"
    "  --json              one JSON object a claim, a line each (docs/claims.schema.json); else blocks for people\n" HELP_STREAM "\n"
    "    isnad read report.txt\n"
    "    isnad read --date 2018-03-12 --outlet SANA saved-pages/\n"
    "    isnad read --json news.jsonl.gz > claims.jsonl\n"
    "    zcat page.html.gz | isnad read -\n";

const char help_mentions[] = "isnad mentions [FILE...] - the persons, bodies, places, groups, numbers and times that reports name\n"
                             "\n"
                             "  --json              one JSON object a mention, a line each; else lines for people\n" HELP_STREAM "\n"
                             "    isnad mentions report.txt\n"
                             "    isnad mentions --json news.jsonl | grep '\"kind\":\"place\"'\n";

const char help_explain[] =
    "isnad explain [FILE...] - why each claim was read as it was: words, clause, rule with file and line, status, chain\n"
    "\n"
    "  --claim N           only the claim with this number or id, as `isnad read` prints it\n"
    "  --dump STAGE        what a stage found, a line each: words, chunks, clauses, claims or signs\n" HELP_COMMON
    "  --notes             tell each oddity of the input on standard error\n"
    "  --help\n"
    "\n"
    "FILE as for `isnad read`; `-` or none is standard input.\n"
    "\n"
    "    isnad explain --claim 3 report.txt\n"
    "    isnad explain --dump clauses report.txt\n";

const char help_codebook[] =
    "isnad codebook - the words, names, places and rules that the program reads with\n"
    "\n"
    "  isnad codebook check [DIR]         every fault of the files, as file:line: message\n"
    "  isnad codebook test [DIR]          reads every example and compares; prints failures and N passed, N failed\n"
    "  isnad codebook show [DIR]          how much there is of each kind\n"
    "  isnad codebook show WORD...        all that is known of a word or name\n"
    "\n"
    "  --codebook DIR      with show WORD: your own files, laid over the built-in ones\n"
    "  --help\n"
    "\n"
    "DIR holds files as the built-in codebook does (lexicon/, frames/, names/, places/, reporting/, time/, page/); its rows add to the\n"
    "built-in ones or replace those with the same id. Without DIR the built-in codebook is meant.\n"
    "\n"
    "    isnad codebook check ~/my-codebook && isnad codebook test ~/my-codebook\n"
    "    isnad read --codebook ~/my-codebook report.txt\n";
