/*
 * The waterline among claimants: hours fill up to a line, h = u/λ − τ, and whoever does not reach the shortest
 * appointment gets nothing. A quickselect on the running sum of appeals, step by step the engine's
 * (src/model/allocation/waterline.ts), since the order of additions decides the last digit of the line.
 */
#ifndef WATERLINE_H
#define WATERLINE_H

#include <stdint.h>

static inline int medianOfThree(const double *appeal, const int32_t *order, int a, int b, int c) {
    double x = appeal[order[a]], y = appeal[order[b]], z = appeal[order[c]];
    if (x < y) return y < z ? b : x < z ? c : a;
    return x < z ? a : y < z ? c : b;
}

static void divideByWaterline(const double *appeal, const uint32_t *ties, int n, double hours, double tau,
                              double shortest, double *out, int32_t *order) {
    int hi = 0, lo = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
        out[i] = 0;
        if (appeal[i] > 0) order[hi++] = i;
    }
    while (lo < hi) {
        int pivotAt = medianOfThree(appeal, order, lo, (lo + hi) >> 1, hi - 1);
        int32_t pivot = order[pivotAt];
        double pivotAppeal = appeal[pivot];
        uint32_t pivotTie = ties[pivot];
        order[pivotAt] = order[hi - 1];
        order[hi - 1] = pivot;
        int above = lo;
        double partSum = pivotAppeal;
        for (int at = lo; at < hi - 1; at++) {
            int32_t i = order[at];
            double u = appeal[i];
            if (u > pivotAppeal || (u == pivotAppeal && ties[i] < pivotTie)) {
                order[at] = order[above];
                order[above++] = i;
                partSum += u;
            }
        }
        order[hi - 1] = order[above];
        order[above] = pivot;
        int k = above + 1;
        if (pivotAppeal * (hours + k * tau) >= (tau + shortest) * (sum + partSum)) {
            sum += partSum;
            lo = k;
        } else {
            hi = above;
        }
    }
    if (lo == 0) return;
    double lambda = sum / (hours + lo * tau);
    for (int at = 0; at < lo; at++) {
        double given = appeal[order[at]] / lambda - tau;
        out[order[at]] = given > 0 ? given : 0;
    }
}

#endif
