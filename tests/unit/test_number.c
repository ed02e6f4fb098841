/*
 * Numbers: a text, and the numbers that stand in it, one after the other with a space between. Each is written
 *     MIN          exactly that          MIN-MAX   a range, or a bound from above with MIN 0
 *     MIN+         no upper bound        and behind it: ~ approx, # ordinal, % per cent, @ a name rather than a quantity, / a fraction
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "name/number.h"
#include "words_of.h"

struct number_case {
    const char *text, *expect;
};

static const struct number_case cases[] = {
    /* digits */
    { "أصيب 45 مدنيا", "45" },
    { "نزح 12,500 شخص", "12500" },
    { "نزح 12.500 شخص", "12500" },
    { "نزح 12 500 شخص", "12500" },
    { "بلغت الحصيلة ١٬٢٣٤ جريحا", "1234" },
    { "نحو 3.5 مليون نازح", "3500000~" },
    { "خصص 1.250 مليون دولار", "1250000" },
    { "نسبة 7.5%", "7-8%" },
    { "1,234,567 لاجئا", "1234567" },
    { "12.3.2018", "" },
    /* units, teens, tens */
    { "خطف ثلاثة صحفيين", "3" },
    { "سبع غارات", "7" },
    { "سته قتلى", "6" },
    { "أحد عشر جنديا", "11" },
    { "إحدى عشرة امرأة", "11" },
    { "اثنا عشر مقاتلا", "12" },
    { "اثنتي عشرة قذيفة", "12" },
    { "ثماني عشرة غارة", "18" },
    { "خمسة وسبعون معتقلا", "75" },
    { "واحد و ثلاثين أسيرا", "31" },
    { "أحد المسلحين", "" },
    { "إحدى البلدات", "" },
    /* hundreds, joined and apart */
    { "مئتا عائلة", "200" },
    { "ثلاثمائة جريح", "300" },
    { "أربع مئة وعشرة جرحى", "410" },
    { "تسعمئة وتسعة وتسعون", "999" },
    { "ثلاث مئات", "300" },
    /* scales */
    { "ألف قتيل", "1000" },
    { "ألفا نازح", "2000" },
    { "ألفان وخمسمئة مقاتل", "2500" },
    { "مئة وثلاثة عشر ألفا", "113000" },
    { "خمسة آلاف ومئتا جندي", "5200" },
    { "مليونان وأربعمئة ألف", "2400000" },
    { "45 ألفا و300 شخص", "45300" },
    { "6 آلاف", "6000" },
    { "مليار و200 مليون ليرة", "1200000000" },
    { "مليون ونصف المليون لاجئ", "1500000" },
    { "ثلاثة ملايين ونصف", "3500000" },
    { "نصف مليون سوري", "500000" },
    { "ربع السكان", "0-1/" },
    { "ثلاثة أرباع المنازل", "0-1/" },
    /* lists stay apart */
    { "قتل خمسة وأصيب سبعة", "5 7" },
    { "خمسة وستة", "5 6" },
    { "3 جنود و4 ضباط", "3 4" },
    { "ألف شخص وعشرون سيارة", "1000 20" },
    /* clitics */
    { "بخمسة صواريخ", "5" },
    { "لعشرين عائلة", "20" },
    { "الأسرى الـ15", "15" },
    { "وثلاثة مدنيين", "3" },
    { "بـ3 قذائف", "3" },
    /* ordinals */
    { "الهجوم الثالث", "3#" },
    { "الحادي عشر", "11#" },
    { "الثانية والعشرون", "22#" },
    { "للمرة الخامسة", "5#@" },
    { "أول أيار لا رقم", "1#" },
    { "في تشرين الثاني", "" },
    /* vague plurals */
    { "عشرات القتلى", "20+~" },
    { "مئات الأسر", "200+~" },
    { "آلاف النازحين", "2000+~" },
    { "عشرات الآلاف من المدنيين", "20000+~" },
    { "مئات آلاف الدولارات", "200000+~" },
    { "ملايين اللاجئين", "2000000+~" },
    { "بضعة مسلحين", "3-9~" },
    { "بضع مئات", "300-900~" },
    { "عدة آلاف", "2000+~" },
    { "عدة قذائف", "" },
    /* bounds */
    { "أكثر من 450 قتيلا", "450+~" },
    { "ما لا يقل عن عشرين", "20+~" },
    { "قتل 17 جنديا على الأقل", "17+~" },
    { "150 على الأقل", "150+~" },
    { "39 متمردا على الأقل و17 جنديا", "39+~ 17" },
    { "لا يتجاوز 150", "0-150~" },
    { "أقل من ألف", "0-1000~" },
    { "حوالي ستين شخصا", "60~" },
    { "خمسون قتيلا تقريبا", "50~" },
    { "ما يزيد على مئتي غارة", "200+~" },
    { "نحو بيروت", "" },
    /* ranges */
    { "بين 20 و30 قتيلا", "20-30" },
    { "ما بين خمسين وستين", "50-60" },
    { "بين 20 و30 ألفا", "20000-30000" },
    { "بين خمسة وعشرة", "5-10" },
    { "من 20 إلى 30 مقاتلا", "20-30" },
    { "20-30 مسلحا", "20-30" },
    { "خمسة أو ستة مسلحين", "5-6" },
    { "يتراوح بين ألف وألفين", "1000-2000" },
    /* per cent, minus, names */
    { "30 في المئة", "30%" },
    { "عشرة بالمائة من البيوت", "10%" },
    { "درجة الحرارة -4", "-4" },
    { "سالب سبعة", "-7" },
    { "- 5 قتلى", "5" },
    { "القرار 2254", "2254@" },
    { "صاروخ كورنيت-5", "" },
    { "فوق m16", "" },
    { "الأحد والاثنين", "" },
    { "لست أدري", "" },
    /* sentences and lines bound a number */
    { "قتل ثلاثة\nآلاف نزحوا", "3 2000+~" },
    { "عددهم خمسة. ألف منهم نزح", "5 1000" },
};

static struct arena shared;
static struct term_table terms;

static int setup(void **state)
{
    (void)state;
    arena_init(&shared, 0);
    return words_of_terms(&shared, &terms) ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    arena_release(&shared);
    return 0;
}

static struct slice number_text_of(struct arena *mem, const struct number *number)
{
    struct slice value = arena_print(mem, "%lld", (long long)number->min);
    if (!number->has_max)
        value = arena_print(mem, "%s+", value.at);
    else if (number->max != number->min)
        value = arena_print(mem, "%s-%lld", value.at, (long long)number->max);
    return arena_print(mem, "%s%s%s%s%s%s", value.at, number->approx ? "~" : "", number->is_ordinal ? "#" : "",
                       number->is_percent ? "%" : "", number->is_label ? "@" : "", number->is_fraction ? "/" : "");
}

static void test_cases(void **state)
{
    (void)state;
    struct arena mem;
    arena_init(&mem, 0);
    int wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct word_list words = words_of(&mem, cases[i].text);
        struct number_list numbers = { 0 };
        number_find(&mem, &terms, &words, &numbers);
        struct slice got = slice_make("", 0);
        for (uint32_t j = 0; j < numbers.count; j++)
            got = arena_print(&mem, "%s%s%s", got.at, j ? " " : "", number_text_of(&mem, &numbers.items[j]).at);
        if (strcmp(got.at, cases[i].expect) != 0) {
            print_error("%s: %s, not %s\n", cases[i].text, got.at, cases[i].expect);
            wrong++;
        }
        arena_reset(&mem);
    }
    arena_release(&mem);
    assert_int_equal(wrong, 0);
}

static void test_words(void **state)
{
    (void)state;
    struct arena mem;
    arena_init(&mem, 0);
    struct word_list words = words_of(&mem, "قتل أكثر من 45 ألفا في المدينة");
    struct number_list numbers = { 0 };
    number_find(&mem, &terms, &words, &numbers);
    assert_int_equal(numbers.count, 1);
    assert_int_equal(numbers.items[0].first, 1);
    assert_int_equal(numbers.items[0].core, 3);
    assert_int_equal(numbers.items[0].end, 5);
    arena_release(&mem);
}

/* What is wrong in a terms file is told with its line; the right rows stay. */
static void test_faults(void **state)
{
    (void)state;
    struct arena mem;
    arena_init(&mem, 0);
    struct table table;
    struct fault_list faults = { 0 };
    struct image_writer writer = { 0 };
    const char *text = "id\tform\ttag\tvalue\nfive\tخمسة\tunit\t5\nfive\tستة\tunit\t6\nBad\tسبعة\tunit\t7\nx\tثمانية\tnumber\t8\n"
                       "y\tتسعة\tunit\tn\nz\tخمسة\tunit\t5\n";
    table_parse(&mem, slice_of("terms.tsv"), slice_of(text), &table, &faults);
    assert_int_equal(term_compile(&mem, &table, 1, &writer, &faults), ISNAD_INPUT);
    assert_int_equal(faults.count, 5);
    for (uint32_t i = 0; i < faults.count; i++)
        assert_int_equal(faults.items[i].line, i + 3);
    struct term_table found;
    term_open(image_finish(&mem, &writer), &found);
    const struct term_value *value = term_get(&found, term_find(&found, slice_of("خمسه")), TERM_UNIT);
    assert_non_null(value);
    assert_int_equal(value->value, 5);
    assert_int_equal(term_find(&found, slice_of("عشرة")), 0);
    arena_release(&mem);
}

/* An image that was compiled without terms finds nothing. */
static void test_empty(void **state)
{
    (void)state;
    struct arena mem;
    arena_init(&mem, 0);
    struct image_writer writer = { 0 };
    struct term_table none;
    term_open(image_finish(&mem, &writer), &none);
    assert_int_equal(term_find(&none, slice_of("خمسة")), 0);
    assert_null(term_get(&none, 0, TERM_UNIT));
    struct word_list words = words_of(&mem, "خمسة و3");
    struct number_list numbers = { 0 };
    number_find(&mem, &none, &words, &numbers);
    assert_int_equal(numbers.count, 1);
    arena_release(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_empty),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
