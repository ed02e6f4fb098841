/*
 * Times, as a report of Thursday, 15 March 2018 has them: a text, and the expressions in it, with a space between. Each is written as
 * time_print() does, or "clock", "span" (how long), "vague"; before it the relation: since: before: after: until: and behind it ~ for approx.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "name/time.h"
#include "words_of.h"

#define REPORT_DATE "2018-03-15"

struct time_case {
    const char *text, *expect;
};

static const struct time_case cases[] = {
    /* days beside the report's */
    { "قصف الطيران البلدة أمس", "2018-03-14" },
    { "وصلت القافلة أول من أمس", "2018-03-13" },
    { "قتل اليوم الخميس ثلاثة", "2018-03-15" },
    { "تنسحب غدا", "2018-03-16" },
    { "يصل بعد غد", "2018-03-17" },
    { "وقع الهجوم مساء أمس الأربعاء", "2018-03-14" },
    { "انفجرت الليلة الماضية", "2018-03-14" },
    { "صباح اليوم", "2018-03-15" },
    { "في ذلك اليوم", "vague" },
    { "في اليوم الثالث من المعارك", "vague" },
    { "لليوم الـ12 على التوالي", "2018-03-04/2018-03-15" },
    /* weekdays: the last one, unless something says otherwise */
    { "اندلعت الاشتباكات يوم الاثنين", "2018-03-12" },
    { "قتل الأحد الفائت", "2018-03-11" },
    { "أعلن الخميس أن", "2018-03-15" },
    { "قتل الخميس الماضي", "2018-03-08" },
    { "يجتمعون الأحد المقبل", "2018-03-18" },
    { "من المقرر أن يصل الوفد السبت", "2018-03-17" },
    { "قصفت فجر الجمعة", "2018-03-09" },
    { "ليل الثلاثاء - الأربعاء", "2018-03-13/2018-03-14" },
    { "قتل الثلاثاء 12 شخصا", "2018-03-13" },
    { "يوم الاثنين من الأسبوع الماضي", "2018-03-05" },
    { "يومي الجمعة والسبت", "2018-03-09/2018-03-10" },
    { "أحد عشر قتيلا", "" },
    { "السبت", "2018-03-17" }, /* alone: an entry of a calendar */
    /* dates */
    { "في 12 آذار/مارس 2018", "2018-03-12" },
    { "في 17 يوليو (تموز) 2014", "2014-07-17" },
    { "في الخامس من مايو 2017", "2017-05-05" },
    { "الثلاثاء 6 مارس", "2018-03-06" },
    { "في 3 كانون الثاني", "2018-01-03" },
    { "في 20 كانون الأول/ديسمبر", "2017-12-20" },
    { "في 20 أيار/مايو", "2017-05-20" },
    { "في 20 آذار", "2018-03-20" },
    { "الحادي والعشرين من شباط الماضي", "2018-02-21" },
    { "في 3 آذار الجاري", "2018-03-03" },
    { "في العاشر من الشهر المقبل", "2018-04-10" },
    { "7 أكتوبر من العام الماضي", "2017-10-07" },
    { "3 و4 شباط", "2018-02-03/2018-02-04" },
    { "السبت، 10 مارس 2018", "2018-03-10" },
    { "31 شباط 2018", "vague" },
    /* digits */
    { "بتاريخ 2018/3/12", "2018-03-12" },
    { "بتاريخ 12-03-2018", "2018-03-12" },
    { "بتاريخ 12.3.2018", "2018-03-12" },
    { "هجوم 28/2", "2018-02-28" },
    { "في 11/2017", "2017-11" },
    { "فاز 3-1", "" },
    /* Hijri */
    { "24 جمادى الآخرة 1439هـ", "2018-03-12" },
    { "24 جمادى الآخرة 1439 هـ الموافق 12 مارس 2018 م", "2018-03-12" },
    { "خلال شهر رمضان الماضي", "2017-05-27/2017-06-25" },
    { "رجب طيب أردوغان", "" },
    { "أول أيام عيد الأضحى 2017", "2017-09-02" },
    { "عام 1435هـ", "2013-11-05/2014-10-24" },
    /* months and years */
    { "أيار/مايو الماضي", "2017-05" },
    { "في شباط", "2018-02" },
    { "في آب 2013", "2013-08" },
    { "مارس ضغوطا على الحكومة", "" },
    { "أب لثلاثة أطفال", "" },
    { "الشهر الماضي", "2018-02" },
    { "هذا الشهر", "2018-03" },
    { "عام 2014", "2014" },
    { "العام الماضي", "2017" },
    { "في 2011.", "2011" },
    { "قتل 2011 شخصا", "" },
    { "الأمين العام الحالي", "" },
    { "مطلع عام 2015", "2015-01-01/2015-03-31~" },
    { "منتصف شباط", "2018-02-10/2018-02-20~" },
    { "أواخر الشهر الماضي", "2018-02-16/2018-02-28~" },
    { "ثمانينيات القرن الماضي", "1980-01-01/1989-12-31" },
    { "صيف 2014", "2014-06-21/2014-09-23" },
    { "النصف الأول من 2017", "2017-01-01/2017-06-30" },
    /* weeks and units */
    { "الأسبوع الماضي", "2018-03-05/2018-03-11" },
    { "الأسبوع قبل الماضي", "2018-02-26/2018-03-04" },
    { "خلال الأسبوعين الماضيين", "2018-03-01/2018-03-14" },
    { "الأيام الثلاثة الماضية", "2018-03-12/2018-03-14" },
    { "الساعات الـ24 الماضية", "2018-03-14/2018-03-15" },
    { "الأسبوع الأول من شباط", "2018-02-05/2018-02-11" },
    { "آخر جمعة من رمضان 1438", "2017-06-23" },
    { "خلال الأيام الماضية", "vague" },
    /* ago */
    { "قبل ثلاثة أيام", "2018-03-12" },
    { "قبل أسبوعين", "2018-03-01" },
    { "منذ سبعة أشهر", "since:2017-08" },
    { "قبل نحو شهرين", "2018-01~" },
    { "قبل عام ونصف العام", "2016-09" },
    { "خمسة أيام مضت", "2018-03-10" },
    { "بعد يومين من الهجوم", "after:vague" },
    { "قبل أيام", "before:vague" },
    /* from and to */
    { "منذ 26 مارس 2015", "since:2015-03-26" },
    { "من 3 إلى 7 شباط", "2018-02-03/2018-02-07" },
    { "بين 2 و22 تشرين الأول/أكتوبر 2017", "2017-10-02/2017-10-22" },
    { "من 28 كانون الأول إلى 3 كانون الثاني 2018", "2017-12-28/2018-01-03" },
    { "بين عامي 2011 و2014", "2011-01-01/2014-12-31" },
    { "الفترة 2012-2015", "2012-01-01/2015-12-31" },
    { "حتى نهاية شباط", "until:2018-02-16/2018-02-28~" },
    { "قبل عام 2011", "before:2011" },
    /* no dates */
    { "لمدة شهرين", "span" },
    { "يبلغ 45 عاما", "span" },
    { "عند الساعة 5:30 مساء", "clock" },
    { "الساعة الخامسة والنصف", "clock" },
    { "العاشرة صباحا", "clock" },
    { "روسيا اليوم", "" },
    { "من قبل القوات", "" },
    { "وصل أمس. الماضي لا يعود", "2018-03-14" },
    { "قتل خمسة في\nمارس قوته", "" },
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

static void read_times(struct arena *mem, const char *text, const char *date, struct word_list *words, struct number_list *numbers,
                       struct time_list *times)
{
    *words = words_of(mem, text);
    *numbers = (struct number_list){ 0 };
    *times = (struct time_list){ 0 };
    number_find(mem, &terms, words, numbers);
    time_find(mem, &terms, words, numbers, day_parse(slice_of(date)), times);
}

static struct slice mention_text(struct arena *mem, const struct time_mention *mention)
{
    static const char *const relations[] = { "", "since:", "before:", "after:", "until:" };
    static const char *const kinds[] = { "", "clock", "span", "vague" };
    const char *what = mention->kind == TIME_DATE ? time_print(mem, mention).at : kinds[mention->kind];
    return arena_print(mem, "%s%s%s", relations[mention->relation], what, mention->approx ? "~" : "");
}

static void test_cases(void **state)
{
    (void)state;
    struct arena mem;
    arena_init(&mem, 0);
    int wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct word_list words;
        struct number_list numbers;
        struct time_list times;
        read_times(&mem, cases[i].text, REPORT_DATE, &words, &numbers, &times);
        struct slice got = slice_make("", 0);
        for (uint32_t j = 0; j < times.count; j++)
            got = arena_print(&mem, "%s%s%s", got.at, j ? " " : "", mention_text(&mem, &times.items[j]).at);
        if (strcmp(got.at, cases[i].expect) != 0) {
            print_error("%s: %s, not %s\n", cases[i].text, got.at, cases[i].expect);
            wrong++;
        }
        arena_reset(&mem);
    }
    arena_release(&mem);
    assert_int_equal(wrong, 0);
}

/* Without a report's date only what names its year has one. */
static void test_no_reference(void **state)
{
    (void)state;
    static const struct time_case without[] = {
        { "أمس", "vague" },
        { "الأحد الماضي", "vague" },
        { "12 مارس", "vague" },
        { "قبل يومين", "before:vague" },
        { "12 مارس 2018", "2018-03-12" },
        { "عام 2014", "2014" },
        { "بين 3 و5 مايو 2016", "2016-05-03/2016-05-05" },
    };
    struct arena mem;
    arena_init(&mem, 0);
    for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
        struct word_list words;
        struct number_list numbers;
        struct time_list times;
        read_times(&mem, without[i].text, "", &words, &numbers, &times);
        assert_int_equal(times.count, 1);
        assert_string_equal(mention_text(&mem, &times.items[0]).at, without[i].expect);
    }
    arena_release(&mem);
}

/* The numbers of a time lie in its words, the others do not. */
static void test_numbers_inside(void **state)
{
    (void)state;
    struct arena mem;
    struct word_list words;
    struct number_list numbers;
    struct time_list times;
    arena_init(&mem, 0);
    read_times(&mem, "قتل 12 مدنيا في 5 مايو 2017 عند الساعة 7 بعد حصار دام 40 يوما", REPORT_DATE, &words, &numbers, &times);
    assert_int_equal(numbers.count, 5);
    assert_int_equal(times.count, 3);
    uint32_t outside = 0;
    for (uint32_t i = 0; i < numbers.count; i++) {
        bool inside = false;
        for (uint32_t j = 0; j < times.count; j++)
            inside = inside || (numbers.items[i].first >= times.items[j].first && numbers.items[i].end <= times.items[j].end);
        if (!inside) {
            assert_int_equal(numbers.items[i].min, 12);
            outside++;
        }
    }
    assert_int_equal(outside, 1);
    assert_string_equal(words_of_text(&mem, &words, times.items[0].first, times.items[0].end).at, "5 مايو 2017");
    arena_release(&mem);
}

/* A bare weekday and a date without a year offer the other reading too. */
static void test_other(void **state)
{
    (void)state;
    struct arena mem;
    struct word_list words;
    struct number_list numbers;
    struct time_list times;
    char text[16];
    arena_init(&mem, 0);
    read_times(&mem, "يعقد الاجتماع الأحد وفي 20 أيار", REPORT_DATE, &words, &numbers, &times);
    assert_int_equal(times.count, 2);
    day_print(times.items[0].from, text);
    assert_string_equal(text, "2018-03-11");
    day_print(times.items[0].other_from, text);
    assert_string_equal(text, "2018-03-18");
    day_print(times.items[1].from, text);
    assert_string_equal(text, "2017-05-20");
    day_print(times.items[1].other_from, text);
    assert_string_equal(text, "2018-05-20");
    arena_release(&mem);
}

/* "The next day" counts from the day that was told. */
static void test_next_day(void **state)
{
    (void)state;
    struct arena mem;
    struct word_list words;
    struct number_list numbers;
    struct time_list times;
    arena_init(&mem, 0);
    read_times(&mem, "سقطت البلدة في 3 شباط. وفي اليوم التالي انسحبوا.", REPORT_DATE, &words, &numbers, &times);
    assert_int_equal(times.count, 2);
    assert_string_equal(time_print(&mem, &times.items[1]).at, "2018-02-04");
    arena_release(&mem);
}

static void test_calendar(void **state)
{
    (void)state;
    char text[16];
    assert_int_equal(day_number_of(1970, 1, 1), 0);
    assert_int_equal(day_number_of(2000, 3, 1), 11017);
    assert_int_equal(day_number_of(2018, 2, 29), DAY_NONE);
    assert_int_equal(day_number_of(2016, 2, 29) + 1, day_number_of(2016, 3, 1));
    assert_int_equal(day_weekday(day_number_of(2018, 3, 15)), 3);
    assert_int_equal(day_weekday(day_number_of(1969, 12, 31)), 2);
    assert_false(day_is_set(day_parse(slice_of("2018-13-01"))));
    assert_false(day_is_set(day_parse(slice_of("15/03/2018"))));
    assert_true(day_is_set(day_parse(slice_of("2018-03-15T08:00:00Z"))));
    for (int32_t number = day_number_of(1, 1, 1); number < day_number_of(2400, 1, 1); number += 13)
        assert_int_equal(day_number(day_from_number(number)), number);
    day_print(day_from_number(day_shift_months(day_number_of(2018, 3, 31), -1)), text);
    assert_string_equal(text, "2018-02-28");
    /* 1 Muharram 1400 was 21 November 1979 by the tabular calendar; every Hijri day follows the one before. */
    day_print(day_from_number(day_number_hijri(1400, 1, 1)), text);
    assert_string_equal(text, "1979-11-21");
    int32_t next = day_number_hijri(1400, 1, 1);
    for (int year = 1400; year < 1460; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= hijri_month_length(year, month); day++, next++) {
                int found;
                assert_int_equal(day_number_hijri(year, month, day), next);
                assert_int_equal(hijri_year(next, &found), year);
                assert_int_equal(found, month);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases), cmocka_unit_test(test_no_reference), cmocka_unit_test(test_numbers_inside),
        cmocka_unit_test(test_other), cmocka_unit_test(test_next_day),     cmocka_unit_test(test_calendar),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
