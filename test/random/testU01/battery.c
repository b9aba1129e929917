/*
 * Runs a battery of TestU01 over 32-bit words, lowest byte first, that come on standard input without end.
 *
 *   battery small|crush [reversed] [tests=1,2,5]
 *
 * `reversed` turns the bits of each word round, since the tests look harder at high bits than at low ones. `tests` runs
 * only these tests of the battery, by number. Standard output gets a line for each statistic, number of the test, name and
 * p-value with tabs between them, and a last line with the number of words read. TestU01's own report goes to standard error.
 * Exit codes: 0 the battery has run, whatever it found; 2 bad usage; 3 the words ended early.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <testu01/bbattery.h>
#include <testu01/swrite.h>
#include <testu01/unif01.h>

enum { WORDS = 16384, SMALL_TESTS = 10, CRUSH_TESTS = 96 };

static unsigned char buffer[4 * WORDS];
static size_t at = WORDS;
static unsigned long long words_read = 0;

static uint32_t next_word(void) {
  if (at == WORDS) {
    if (fread(buffer, 4, WORDS, stdin) != WORDS) {
      fprintf(stderr, "the words ended after %llu\n", words_read);
      exit(3);
    }
    at = 0;
  }
  const unsigned char *byte = buffer + 4 * at++;
  words_read++;
  return byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
}

static unsigned int straight(void) { return next_word(); }

static unsigned int reversed(void) {
  uint32_t x = next_word();
  x = (x >> 1 & 0x55555555u) | (x & 0x55555555u) << 1;
  x = (x >> 2 & 0x33333333u) | (x & 0x33333333u) << 2;
  x = (x >> 4 & 0x0f0f0f0fu) | (x & 0x0f0f0f0fu) << 4;
  x = (x >> 8 & 0x00ff00ffu) | (x & 0x00ff00ffu) << 8;
  return x >> 16 | x << 16;
}

static int usage(void) {
  fprintf(stderr, "usage: battery small|crush [reversed] [tests=1,2,5]\n");
  return 2;
}

/* Marks the tests of a list such as 1,2,5; 0 where it holds anything but numbers of tests. */
static int choose(const char *list, int tests, int *chosen) {
  memset(chosen, 0, (size_t)(tests + 1) * sizeof *chosen);
  while (*list) {
    char *end;
    long test = strtol(list, &end, 10);
    if (end == list || test < 1 || test > tests || (*end && *end != ',')) return 0;
    chosen[test] = 1;
    list = *end ? end + 1 : end;
  }
  return 1;
}

int main(int count, char **arguments) {
  int crush, chosen[CRUSH_TESTS + 1];
  unsigned int (*word)(void) = straight;
  if (count < 2) return usage();
  crush = strcmp(arguments[1], "crush") == 0;
  if (!crush && strcmp(arguments[1], "small") != 0) return usage();
  const int tests = crush ? CRUSH_TESTS : SMALL_TESTS;
  for (int test = 0; test <= tests; test++) chosen[test] = 1;
  for (int i = 2; i < count; i++) {
    if (strcmp(arguments[i], "reversed") == 0) word = reversed;
    else if (strncmp(arguments[i], "tests=", 6) != 0 || !choose(arguments[i] + 6, tests, chosen)) return usage();
  }

  FILE *out = fdopen(dup(1), "w");
  dup2(2, 1);
  swrite_Basic = FALSE;
  unif01_Gen *generator = unif01_CreateExternGenBits("draws", word);
  /* One test at a time, so that each statistic has the number of its test. */
  for (int test = 1; test <= tests; test++) {
    if (!chosen[test]) continue;
    int only[CRUSH_TESTS + 1] = {0};
    only[test] = 1;
    if (crush) bbattery_RepeatCrush(generator, only);
    else bbattery_RepeatSmallCrush(generator, only);
    for (int i = 0; i < bbattery_NTests; i++)
      fprintf(out, "%d\t%s\t%.17g\n", test, bbattery_TestNames[i], bbattery_pVal[i]);
    fflush(out);
  }
  fprintf(out, "words\t%llu\n", words_read);
  fclose(out);
  unif01_DeleteExternGenBits(generator);
  return 0;
}
