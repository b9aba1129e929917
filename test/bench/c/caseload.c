/*
 * The caseload workload in C, with selection by buckets of priority: the same people, draws and decisions as the
 * engine's run of caseload.yaml, so that counts are equal. Reads from standard input the names of files of people, one
 * a line, and answers each with one line: seconds of the weeks, job starts, and hours given.
 */
#include <string.h>
#include "exactMath.h"
#include "input.h"
#include "threefry.h"

enum { WORKERS = 100, EACH = 100, PLACES = WORKERS * EACH, WEEKS = 104, BUCKETS = 128 };
static const double HOURS = 37;
/* The largest priority: success / need of somebody at the goal, and the most that chance adds. */
static const double MOST = 1.7616 + 0.6;

/* One place is a client: whoever comes next takes a place of whoever has left. */
static uint32_t id[PLACES];
static double distance[PLACES], ready[PLACES], worth[PLACES], need[PLACES];
static double priority[PLACES], draw[PLACES];
static uint32_t tie[PLACES];
static float hours[PLACES];
static int vacant[WORKERS][EACH], vacancies[WORKERS];

static void come(int place, uint32_t who, const double *motivation) {
    double d = 1 - motivation[who];
    id[place] = who;
    distance[place] = d;
    ready[place] = 0;
    need[place] = 0.5 + 1.5 * d;
    worth[place] = exactLogistic(2 - 4 * d) / need[place];
}

/* Divides one caseworker's hours: all buckets that fit whole, and the marginal one in order. */
static void divide(int first) {
    double asked[BUCKETS] = {0};
    uint8_t bucket[EACH];
    int marginal[EACH];
    for (int i = 0; i < EACH; i++) {
        bucket[i] = (uint8_t)(priority[first + i] * (BUCKETS / MOST));
        asked[bucket[i]] += need[first + i];
    }
    double left = HOURS;
    int cut = BUCKETS - 1;
    while (cut > 0 && asked[cut] < left) left -= asked[cut--];
    int n = 0;
    for (int i = 0; i < EACH; i++) {
        hours[first + i] = bucket[i] > cut ? (float)need[first + i] : 0;
        if (bucket[i] == cut) marginal[n++] = first + i;
    }
    for (int i = 1; i < n; i++) {
        int one = marginal[i], at = i;
        for (; at > 0; at--) {
            int other = marginal[at - 1];
            if (priority[other] > priority[one] || (priority[other] == priority[one] && tie[other] <= tie[one])) break;
            marginal[at] = other;
        }
        marginal[at] = one;
    }
    for (int i = 0; i < n && left > 0; i++) {
        double given = need[marginal[i]] < left ? need[marginal[i]] : left;
        hours[marginal[i]] = (float)given;
        left -= given;
    }
}

/* Fills the vacant places, each newcomer going to a caseworker with fewest clients, the first from a draw on. */
static uint32_t fill(uint32_t next, int open, Stream assignment, const double *motivation) {
    int most = 0;
    for (int w = 0; w < WORKERS; w++)
        if (vacancies[w] > most) most = vacancies[w];
    int withMost = 0;
    for (int w = 0; w < WORKERS; w++) withMost += vacancies[w] == most;
    for (; open > 0; open--, next++) {
        int w = (int)(drawUniform(assignment, next, 0) * WORKERS);
        while (vacancies[w] != most) w = w + 1 == WORKERS ? 0 : w + 1;
        come(vacant[w][--vacancies[w]], next, motivation);
        if (--withMost > 0) continue;
        most--;
        for (int v = 0; v < WORKERS; v++) withMost += vacancies[v] == most;
    }
    return next;
}

int main(void) {
    char name[4096];
    while (fgets(name, sizeof name, stdin)) {
        name[strcspn(name, "\n")] = 0;
        FILE *file = fopen(name, "rb");
        if (!file) return 2;
        Stream *keys = readColumn(file, sizeof(Stream), NULL);
        double *noise = readColumn(file, 8, NULL);
        size_t people;
        double *motivation = readColumn(file, 8, &people);
        fclose(file);

        double start = secondsNow(), total = 0;
        long starts = 0;
        for (int w = 0; w < WORKERS; w++) {
            vacancies[w] = EACH;
            for (int i = 0; i < EACH; i++) vacant[w][i] = w * EACH + EACH - 1 - i;
        }
        uint32_t next = 0;
        int open = PLACES;
        for (uint32_t week = 0; week < WEEKS; week++) {
            if (next + open > people) return 5;
            next = fill(next, open, keys[2], motivation);
            open = 0;
            for (int i = 0; i < PLACES; i++) {
                Words words = drawWords(keys[0], id[i], week);
                priority[i] = words.w0 >> 20;
                tie[i] = words.w1;
            }
            for (int i = 0; i < PLACES; i++) priority[i] = worth[i] + noise[(int)priority[i]];
            for (int w = 0; w < WORKERS; w++) divide(w * EACH);
            for (int i = 0; i < PLACES; i++) {
                double grown = 0.1 * hours[i];
                ready[i] += (grown < 1 ? grown : 1) * (1 - ready[i]);
            }
            for (int i = 0; i < PLACES; i++) draw[i] = drawUniform(keys[1], id[i], week);
            for (int i = 0; i < PLACES; i++) {
                if (draw[i] >= 0.5) continue;
                if (draw[i] >= exactLogistic(-4 + 4 * ready[i] - 1.5 * distance[i])) continue;
                starts++;
                open++;
                int w = i / EACH;
                vacant[w][vacancies[w]++] = i;
            }
            for (int i = 0; i < PLACES; i++) total += hours[i];
        }
        printf("%.9f %ld %.17g\n", secondsNow() - start, starts, total);
        fflush(stdout);
        free(keys);
        free(noise);
        free(motivation);
    }
    return 0;
}
