/* Reads the columns that the benchmark writes (columnFile.ts): each is a count of elements and the elements themselves. */
#ifndef INPUT_H
#define INPUT_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline void *readColumn(FILE *file, size_t size, size_t *count) {
    uint64_t n;
    if (fread(&n, 8, 1, file) != 1) exit(3);
    void *data = aligned_alloc(64, (n * size + 64) / 64 * 64);
    if (n > 0 && fread(data, size, n, file) != n) exit(3);
    if (count) *count = n;
    return data;
}

static inline void *zeros(size_t count, size_t size) {
    void *data = calloc(count + 1, size);
    if (!data) exit(4);
    return data;
}

/* Seconds of processor time of this process so far. */
static inline double secondsNow(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

#endif
