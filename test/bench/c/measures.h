/*
 * Step 10 of the week: what the engine's measures count in this scenario week by week (src/measures: tallies, weekly,
 * contacts, hidden, kinds, staff, organisation, relations). What they work out once at the end of a run is left out.
 */
#ifndef MEASURES_H
#define MEASURES_H

#include "state.h"

enum { LONGEST_GAP = 26, FIRST_WEEKS = 26 };

static uint16_t claimWeeks[PEOPLE], unseenWeeks[PEOPLE], holdingWeeks[PEOPLE], firstContact[PEOPLE], spellWeeks[PEOPLE];
static double roleHoursOf[ROLES][PEOPLE], firstHours[PEOPLE], trustAtEnd[PEOPLE], needAtEnd[PEOPLE];
static int16_t lastMatched[PEOPLE];
static int32_t foundAt[PEOPLE];
static double endedSpells[WEEKS + 2], dispositionHours[DISPOSITIONS][FIFTHS], kinds[ROLES][CONTACT_KINDS];
static uint32_t gapCounts[LONGEST_GAP + 1][FIFTHS], dispositionWeeks[DISPOSITIONS][FIFTHS];
static double passedBackWeeks, passedBackHours;
static double contactsAll[ROLES], contactsReal[ROLES], contactsHours[ROLES], claimSteps[ROLES], claimGiven[ROLES];
static double weekCaseload[WEEKS], weekHours[WEEKS], weekParked[WEEKS], weekStarts[WEEKS], weekPressure[WEEKS];
static double roleWeeks[ROLES], roleLoad[ROLES], roleLoadSquares[ROLES], roleBurnout[ROLES];
static double officeWeeks[OFFICES], officePressure[OFFICES], tenure[ROLES], unassigned[ROLES], clientWeeks;

/* Contacts of the attached: hours and kinds. */
static double countContacts(int role, int week) {
    double sum = 0;
    const int32_t *passedBackAt = hadFirst[EVENT_PASSED_BACK];
    for (int at = 0; at < attachedCount; at++) {
        int row = attached[at], kind = contact[role][row];
        if (kind == NONE) continue;
        kinds[role][kind]++;
        if (kind == MATCHED && role == KEY_WORKER) lastMatched[row] = (int16_t)week;
        double given = hours[role][row];
        bool claims = client.stage[row] == SEARCHING;
        if (claims) roleHoursOf[role][row] += given;
        if (role != KEY_WORKER) continue;
        sum += given;
        if (week - attachedAt[row] < FIRST_WEEKS) firstHours[row] += given;
        if (!claims) continue;
        dispositionHours[disposition[worker[KEY_WORKER][row]]][fifth[row]] += given;
        if (passedBackAt[row] >= 0 && passedBackAt[row] < week) passedBackHours += given;
    }
    return sum;
}

static void endSpell(int row) {
    if (spellWeeks[row] == 0) return;
    endedSpells[spellWeeks[row]]++;
    spellWeeks[row] = 0;
}

/* Weeks attached and without outcome, and how they were spent. Returns how many clients are parked. */
static int countWeeks(int week) {
    int parked = 0;
    const int32_t *passedBackAt = hadFirst[EVENT_PASSED_BACK];
    for (int at = 0; at < attachedCount; at++) {
        int row = attached[at], start = attachedAt[row], gap = week - lastReal[row];
        if (gap == 0 && firstContact[row] == 0) firstContact[row] = (uint16_t)(week - start + 1);
        if (client.stage[row] == WORKING) {
            endSpell(row);
            continue;
        }
        claimWeeks[row]++;
        if (gap >= PARKED_AFTER) {
            parked++;
            spellWeeks[row]++;
            unseenWeeks[row]++;
        } else {
            endSpell(row);
            int matched = lastMatched[row] >= start ? lastMatched[row] : start - 1;
            if (week - matched >= PARKED_AFTER) {
                parked++;
                holdingWeeks[row]++;
            }
        }
        gapCounts[gap < LONGEST_GAP ? gap : LONGEST_GAP][fifth[row]]++;
        dispositionWeeks[disposition[worker[KEY_WORKER][row]]][fifth[row]]++;
        if (passedBackAt[row] >= 0 && passedBackAt[row] < week) passedBackWeeks++;
    }
    return parked;
}

/* Contacts of everybody who is followed: who left this week was seen in it all the same. */
static void countAllContacts(void) {
    for (int role = 0; role < ROLES; role++)
        for (int row = 0; row < PEOPLE; row++) {
            double given = hours[role][row];
            if (contact[role][row] != NONE) {
                contactsAll[role]++;
                contactsReal[role]++;
                contactsHours[role] += given;
            }
            if (status[row] != ATTACHED || client.stage[row] != SEARCHING) continue;
            claimSteps[role]++;
            claimGiven[role] += given;
        }
}

static void countStaff(int week) {
    for (int w = 0; w < WORKERS; w++) {
        int role = w < KEY_WORKERS ? KEY_WORKER : COORDINATOR;
        unassigned[role] -= caseload[w];
        if (caseload[w] == 0) continue;
        roleWeeks[role]++;
        roleLoad[role] += caseload[w];
        roleLoadSquares[role] += caseload[w] * caseload[w];
        roleBurnout[role] += burnout[w];
        tenure[role] += week + 1;
    }
    double shares = 0;
    for (int o = 0; o < OFFICES; o++) {
        weekPressure[week] += officeShare[o] * felt[o];
        shares += officeShare[o];
        if (officeAttached[o] == 0) continue;
        officeWeeks[o]++;
        officePressure[o] += pressure[o];
    }
    weekPressure[week] /= shares;
    clientWeeks += attachedCount;
    for (int role = 0; role < ROLES; role++) unassigned[role] += attachedCount;
}

static void observe(int week) {
    weekHours[week] = countContacts(KEY_WORKER, week);
    countContacts(COORDINATOR, week);
    weekParked[week] = countWeeks(week);
    weekCaseload[week] = attachedCount;
    for (int row = 0; row < PEOPLE; row++) {
        if (endedAt[row] != week) continue;
        trustAtEnd[row] = trust[row];
        needAtEnd[row] = needOf(&client, row);
    }
    for (int at = 0; at < eventCount; at++)
        weekStarts[week] += events[at].attached && events[at].event == EVENT_JOB_START;
    for (int at = 0; at < attachedCount; at++) {
        int row = attached[at];
        if (latent[row] && found[row] && foundAt[row] < 0) foundAt[row] = week;
    }
    countAllContacts();
    countStaff(week);
}

#endif
