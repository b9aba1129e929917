/*
 * The engine's own exp, expm1, log1p, logistic and pow (src/random/math), operation by operation, so that both come to
 * the same last digit. The tables are written from the engine's: see cTables.ts. Compile without contraction of
 * products and sums and without -ffast-math.
 */
#ifndef EXACT_MATH_H
#define EXACT_MATH_H

#include <math.h>
#include <stdint.h>
#include <string.h>
#include "tables.h"

#define POWER_OFFSET 1074
#define FOLD_FROM 53
static const double ROUND_TO_WHOLE = 6755399441055744.0;
static const double ROUND_TO_HALF_WIDTH = 100663296.0;
static const double SPLITTER = 134217729.0;
static const double TWO_TO_54 = 18014398509481984.0;

/* Two to a whole power whose result is a normal number. */
static inline double powerOfTwo(int power) {
    uint64_t bits = (uint64_t)(power + 1023) << 52;
    double value;
    memcpy(&value, &bits, 8);
    return value;
}

static inline int32_t highWord(double x) {
    uint64_t bits;
    memcpy(&bits, &x, 8);
    return (int32_t)(bits >> 32);
}

/* e^r − 1 of what is left after the table, by a short series. */
static inline double smallSeries(double r) {
    return r * r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120))));
}

/* For |x| < 700, which is all that the model asks for. */
static inline double exactExp(double x) {
    double steps = x * STEPS_PER_UNIT + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
    int k = (int)steps;
    double r = x - steps * STEP_HIGH - steps * STEP_LOW;
    const double *entry = exp2Table + ((k & 127) << 1);
    double base = entry[0];
    double more = entry[1] + r + smallSeries(r);
    return (base + base * more) * powerOfTwo(k >> 7);
}

static inline double exactExpm1(double x) {
    if (x > -0.125 && x < 0.125) {
        if (x == 0) return x;
        double tail = 1.0 / 40320 +
            x * (1.0 / 362880 + x * (1.0 / 3628800 + x * (1.0 / 39916800 + x * (1.0 / 479001600 + x / 6227020800.0))));
        double series = 0.5 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * (1.0 / 5040 + x * tail)))));
        return x + x * x * series;
    }
    if (x < -40) return -1;
    double steps = x * STEPS_PER_UNIT + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
    int k = (int)steps;
    double r = x - steps * STEP_HIGH - steps * STEP_LOW;
    const double *entry = exp2Table + ((k & 127) << 1);
    double base = entry[0] * powerOfTwo(k >> 7);
    double more = entry[1] + r + smallSeries(r);
    double difference = base - 1;
    double lost = base >= 1 ? base - difference - 1 : base - (difference + 1);
    return difference + (lost + base * more);
}

/* ln(1 + x) for x above −1 and finite. */
static inline double exactLog1p(double x) {
    if (x > -1e-20 && x < 1e-20) return x;
    double sum = 1 + x;
    int32_t high = highWord(sum);
    double correction = x < 1 ? x - (sum - 1) : 1 - (sum - x);
    int i = ((high & 0xfffff) + 0x1000) >> 13;
    int exponent = (high >> 20) - 1023 + (i >= FOLD_FROM ? 1 : 0);
    double scale = powerOfTwo(-exponent);
    double m = sum * scale;
    const double *entry = logTable + 3 * i;
    double brief = m + ROUND_TO_HALF_WIDTH - ROUND_TO_HALF_WIDTH;
    double r = brief * entry[0] - 1 + (m - brief + correction * scale) * entry[0];
    double whole = exponent;
    double first = whole * LN2_HIGH + entry[1];
    double rest = whole * LN2_LOW + entry[2];
    double total = first + r;
    double lost = first - total + r;
    double square = r * r;
    double series = -0.5 + r * (1.0 / 3) + square * (-0.25 + r * 0.2 + square * (-1.0 / 6 + r * (1.0 / 7) - square * 0.125));
    return total + (lost + rest + square * series);
}

static inline double exactLogistic(double x) {
    double negativeSize = x < 0 ? x : -x;
    if (!(negativeSize > -40)) return x < 0 ? exactExp(x) : 1;
    double steps = negativeSize * STEPS_PER_UNIT + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
    int k = (int)steps;
    double r = negativeSize - steps * STEP_HIGH - steps * STEP_LOW;
    const double *entry = exp2Table + ((k & 127) << 1);
    double base = entry[0] * powerOfTwo(k >> 7);
    double more = base * (entry[1] + r + smallSeries(r));
    double small = base + more;
    double smallLost = base - small + more;
    double numerator = x < 0 ? small : 1;
    double numeratorLost = x < 0 ? smallLost : 0;
    double inverse = 1 / (1 + small);
    double quotient = numerator * inverse;
    double cut = quotient * SPLITTER;
    double top = cut - (cut - quotient);
    double sumTop = 1 + small + ROUND_TO_HALF_WIDTH - ROUND_TO_HALF_WIDTH;
    double sumRest = 1 - sumTop + small + smallLost;
    double remainder = numerator - top * sumTop - top * sumRest + numeratorLost;
    return top + remainder * inverse;
}

#endif
