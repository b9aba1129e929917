/* Threefry2x32 of thirteen rounds, the engine's generator (src/random/threefry.ts), and what it draws of two words. */
#ifndef THREEFRY_H
#define THREEFRY_H

#include <stdint.h>

typedef struct {
    uint32_t k0, k1;
} Stream;

typedef struct {
    uint32_t w0, w1;
} Words;

#define MIX(turn)                                   \
    x0 += x1;                                       \
    x1 = ((x1 << (turn)) | (x1 >> (32 - (turn)))) ^ x0;

static inline Words drawWords(Stream key, uint32_t entity, uint32_t step) {
    uint32_t k0 = key.k0, k1 = key.k1, k2 = k0 ^ k1 ^ 0x1bd11bda;
    uint32_t x0 = entity + k0, x1 = step + k1;
    MIX(13) MIX(15) MIX(26) MIX(6)
    x0 += k1; x1 += k2 + 1;
    MIX(17) MIX(29) MIX(16) MIX(24)
    x0 += k2; x1 += k0 + 2;
    MIX(13) MIX(15) MIX(26) MIX(6)
    x0 += k0; x1 += k1 + 3;
    MIX(17)
    return (Words){x0, x1};
}

/* A uniform number in (0, 1), 52 bits fine. */
static inline double uniformOf(Words words) {
    return ((words.w0 >> 6) * 67108864.0 + (words.w1 >> 6) + 0.5) * 2.220446049250313e-16;
}

static inline double drawUniform(Stream key, uint32_t entity, uint32_t step) {
    return uniformOf(drawWords(key, entity, step));
}

#endif
