/* Step 7 of the week: clients and twins move along the pathway on the same draws, and clients leave the programme. */
#ifndef OUTCOMES_H
#define OUTCOMES_H

#include "state.h"

/* Counts weeks in work among the last so many, and says who has just been sustained. */
static void countMilestone(Lives *lives, bool isTwin, int week) {
    for (int row = 0; row < PEOPLE; row++) {
        if (lives->sustained[row] > 0 || lives->count[EVENT_JOB_START][row] == 0) continue;
        bool counts = lives->stage[row] == WORKING;
        uint64_t weeks = lives->recentWeeks[row];
        lives->weeksInWindow[row] += counts - (int)(weeks >> (SUSTAINED_OF - 1) & 1);
        lives->recentWeeks[row] = weeks << 1 | counts;
        if (!counts || lives->weeksInWindow[row] < SUSTAINED_WEEKS) continue;
        lives->sustained[row]++;
        if (isTwin) emitTwin(row, EVENT_SUSTAINED, week);
        else emit(row, EVENT_SUSTAINED, week);
    }
}

static inline double startLogit(const Lives *lives, int row, double trustNow, double contactTerm,
                                double introductionTerm, double person) {
    return ALPHA + startShift[group[row]] + -BETA_NEED * needOf(lives, row) + BETA_MOTIVATION * (motivation[row] + -0.5) +
           BETA_TRUST * (trustNow + -TRUST_START) + contactTerm + BETA_INTRODUCTION * introductionTerm + person;
}

static inline double lossLogit(const Lives *lives, int row, double contactTerm) {
    return LOSS_BASE + LOSS_NEED * needOf(lives, row) + -contactTerm;
}

static double startChance(int row, int week) {
    int w = worker[KEY_WORKER][row];
    double able = w < 0 ? 1 : skill[w];
    double person = w < 0 ? 0 : CHEMISTRY * chemistry[w];
    double locked = lastActivity[row] >= 0 && lastRealOfRole[KEY_WORKER][row] == week ? lockIn[lastActivity[row]] : 0;
    double logit = startLogit(&client, row, trust[row],
                              BETA_CONTACT * able * exactLog1p(recent[KEY_WORKER][row] / START_CONTACT_SCALE),
                              exactLog1p(recent[COORDINATOR][row] / START_CONTACT_SCALE), person);
    return (1 - locked) * exactLogistic(logit);
}

static double lossChance(int row) {
    int w = worker[KEY_WORKER][row];
    double able = w < 0 ? 1 : skill[w];
    return exactLogistic(
        lossLogit(&client, row, LOSS_CONTACT * able * exactLog1p(recent[KEY_WORKER][row] / LOSS_CONTACT_SCALE)));
}

static void drawQuality(Lives *lives, int row, int week) {
    lives->quality[row] = drawUniform(keys[QUALITY_KEY], id[row], week) < QUALITY;
    if (lives->goodQuality[row] < 0) lives->goodQuality[row] = (int8_t)lives->quality[row];
}

static void move(Lives *lives, bool isTwin, int row, int to, int event, int week) {
    if (event == EVENT_JOB_START) drawQuality(lives, row, week);
    lives->stage[row] = (uint8_t)to;
    lives->stageSince[row] = week;
    if (isTwin) emitTwin(row, event, week);
    else emit(row, event, week);
}

/* Bounds that no chance of a start exceeds this week: a draw above it needs no chance worked out. */
static double mostStartChance(double skillMost, double personMost, double recentMost, double introducedMost, double trustMost) {
    return 1e-9 + exactLogistic(ALPHA + SHIFT_MOST + BETA_MOTIVATION * 0.5 + BETA_TRUST * trustMost +
                                BETA_CONTACT * skillMost * exactLog1p(recentMost / START_CONTACT_SCALE) +
                                BETA_INTRODUCTION * exactLog1p(introducedMost / START_CONTACT_SCALE) + personMost);
}

static void moveLives(int week, double skillMost, double personMost) {
    static double draw[PEOPLE];
    double recentMost = 0, introducedMost = 0;
    for (int row = 0; row < PEOPLE; row++) {
        recentMost = most(recentMost, recent[KEY_WORKER][row]);
        introducedMost = most(introducedMost, recent[COORDINATOR][row]);
    }
    double ceiling = mostStartChance(skillMost, personMost, recentMost, introducedMost, 1 - TRUST_START);
    double twinCeiling = mostStartChance(1, 0, 0, 0, 0);
    double lossCeiling = 1e-9 + exactLogistic(LOSS_BASE + LOSS_NEED);
    for (int row = 0; row < PEOPLE; row++) draw[row] = drawUniform(keys[START_KEY], id[row], week);
    for (int row = 0; row < PEOPLE; row++) {
        double u = draw[row];
        bool ownWork = client.stage[row] == WORKING, twinWorks = twin.stage[row] == WORKING;
        double loss = ownWork || twinWorks ? drawUniform(keys[LOSS_KEY], id[row], week) : 1;
        if (!ownWork) {
            if (u < ceiling && u < startChance(row, week)) move(&client, false, row, WORKING, EVENT_JOB_START, week);
        } else if (loss < lossCeiling && loss < lossChance(row)) {
            move(&client, false, row, SEARCHING, EVENT_JOB_LOSS, week);
        }
        if (!twinWorks) {
            if (u < twinCeiling && u < exactLogistic(startLogit(&twin, row, TRUST_START, 0, 0, 0)))
                move(&twin, true, row, WORKING, EVENT_JOB_START, week);
        } else if (loss < lossCeiling && loss < exactLogistic(lossLogit(&twin, row, 0))) {
            move(&twin, true, row, SEARCHING, EVENT_JOB_LOSS, week);
        }
    }
}

/* Takes everybody who has left out of a list, which keeps its order. */
static int compact(int32_t *rows, int from, int to, int kept) {
    for (int at = from; at < to; at++)
        if (status[rows[at]] == ATTACHED) rows[kept++] = rows[at];
    return kept;
}

/* Who leaves: who is sustained, who reaches the end of the stay without outcome, and who is no longer followed. */
static void leave(int week) {
    bool any = false;
    for (int at = 0; at < attachedCount; at++) {
        int row = attached[at];
        bool ends = client.sustained[row] > 0 || (client.stage[row] == SEARCHING && week + 1 - attachedAt[row] >= STAY) ||
                    week + 1 > FOLLOW_UP;
        if (!ends) continue;
        emit(row, EVENT_COMPLETED, week);
        status[row] = COMPLETED;
        endedAt[row] = week;
        for (int role = 0; role < ROLES; role++) {
            caseload[worker[role][row]]--;
            worker[role][row] = -1;
        }
        any = true;
    }
    if (!any) return;
    attachedCount = compact(attached, 0, attachedCount, 0);
    for (int role = 0; role < ROLES; role++) {
        int kept = 0;
        for (int w = firstOfRole[role]; w < firstOfRole[role + 1]; w++) {
            int from = memberStart[role][w], to = memberStart[role][w + 1];
            memberStart[role][w] = kept;
            kept = compact(members[role], from, to, kept);
        }
        memberStart[role][firstOfRole[role + 1]] = kept;
    }
}

#endif
