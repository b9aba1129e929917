/*
 * The activation pilot in C: the same model as the engine runs from the scenario file, with its twins and what its
 * measures count week by week. Everybody joins in the first week, and the scheme does not change. Same people, draws,
 * exp and log, so that events, hours and money equal the engine's. Reads from standard input the names of files of
 * people, one a line, and answers each with one line of numbers: see pilot.ts.
 */
#include "allocate.h"
#include "measures.h"
#include "money.h"
#include "outcomes.h"
#include "work.h"

static void readPeople(FILE *file) {
    keys = readColumn(file, sizeof *keys, NULL);
    noiseTable = readColumn(file, 8, NULL);
    id = readColumn(file, 4, NULL);
    group = readColumn(file, 1, NULL);
    office = readColumn(file, 1, NULL);
    latent = readColumn(file, 1, NULL);
    fifth = readColumn(file, 1, NULL);
    for (int k = 0; k < BARRIERS; k++) startBarrier[k] = readColumn(file, 8, NULL);
    motivation = readColumn(file, 8, NULL);
    motivationError = readColumn(file, 8, NULL);
    appearanceError = readColumn(file, 8, NULL);
    awkwardness = readColumn(file, 8, NULL);
    workerOffice = readColumn(file, 1, NULL);
    disposition = readColumn(file, 1, NULL);
    for (int m = 0; m < MOTIVES; m++) weight[m] = readColumn(file, 8, NULL);
    skill = readColumn(file, 8, NULL);
    chemistry = readColumn(file, 8, NULL);
    for (int g = 0; g < GROUPS; g++) belief[g] = readColumn(file, 8, NULL);
}

static void freePeople(void) {
    void *columns[] = {keys, noiseTable, id, group, office, latent, fifth, motivation, motivationError, appearanceError,
                       awkwardness, workerOffice, disposition, skill, chemistry, bias};
    for (size_t at = 0; at < sizeof columns / sizeof *columns; at++) free(columns[at]);
    for (int k = 0; k < BARRIERS; k++) free(startBarrier[k]);
    for (int m = 0; m < MOTIVES; m++) free(weight[m]);
    for (int g = 0; g < GROUPS; g++) free(belief[g]);
}

#define CLEAR(column) memset(column, 0, sizeof column)
#define NEVER(column) memset(column, 0xff, sizeof column)

static void startLives(Lives *lives) {
    memset(lives, 0, sizeof *lives);
    for (int k = 0; k < BARRIERS; k++) memcpy(lives->barrier[k], startBarrier[k], sizeof lives->barrier[k]);
    NEVER(lives->first);
    NEVER(lives->goodQuality);
}

static void startWorld(void) {
    startLives(&client);
    startLives(&twin);
    bias = zeros(PEOPLE, 8);
    for (int row = 0; row < PEOPLE; row++) {
        bias[row] = groupBias[group[row]];
        found[row] = !latent[row];
        trust[row] = TRUST_START;
        trustAtEnd[row] = needAtEnd[row] = NAN;
    }
    for (int w = 0; w < WORKERS; w++)
        for (int a = 0; a < ACTIVITIES; a++) habit[a][w] = startHabit[a];
    CLEAR(status); CLEAR(recent); CLEAR(contactHours); CLEAR(contacts);
    NEVER(attachedAt); NEVER(endedAt); NEVER(worker); NEVER(lastReal); NEVER(lastRealOfRole); NEVER(lastRecorded);
    NEVER(lastActivity); NEVER(passedBackUntil); NEVER(hadFirst); NEVER(claimedFirst); NEVER(lastMatched); NEVER(foundAt);
    CLEAR(caseload); CLEAR(burnout); CLEAR(strain); CLEAR(strainHours); CLEAR(cellHours);
    CLEAR(pressure); CLEAR(felt); CLEAR(shortfall); CLEAR(cost); CLEAR(earned); CLEAR(joined); CLEAR(cash); CLEAR(lowestCash);
    CLEAR(feesPaid); CLEAR(feesOfWeek); CLEAR(feesOfOffice); CLEAR(feesOfGroup); CLEAR(provision);
    wages = management = 0;
    CLEAR(happened); CLEAR(paid); CLEAR(reported); CLEAR(reportedCaseload); CLEAR(contactsMade); CLEAR(contactsMadeBy);
    CLEAR(claimWeeks); CLEAR(unseenWeeks); CLEAR(holdingWeeks); CLEAR(firstContact); CLEAR(spellWeeks);
    CLEAR(roleHoursOf); CLEAR(firstHours); CLEAR(endedSpells); CLEAR(dispositionHours); CLEAR(kinds); CLEAR(gapCounts);
    CLEAR(dispositionWeeks); CLEAR(contactsAll); CLEAR(contactsReal); CLEAR(contactsHours); CLEAR(claimSteps); CLEAR(claimGiven);
    CLEAR(weekCaseload); CLEAR(weekHours); CLEAR(weekParked); CLEAR(weekStarts); CLEAR(weekPressure);
    CLEAR(roleWeeks); CLEAR(roleLoad); CLEAR(roleLoadSquares); CLEAR(roleBurnout); CLEAR(officeWeeks); CLEAR(officePressure);
    CLEAR(tenure); CLEAR(unassigned);
    passedBackWeeks = passedBackHours = clientWeeks = 0;
    attachedCount = 0;
}

static double sumOf(const double *values, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += values[i];
    return sum;
}

static double weeksOf(const uint16_t *weeks) {
    double sum = 0;
    for (int row = 0; row < PEOPLE; row++) sum += weeks[row];
    return sum;
}

static void answer(double seconds) {
    printf("%.9f %.17g", seconds, clientWeeks);
    for (int event = 0; event < EVENTS; event++) printf(" %ld", client.events[event]);
    for (int event = 0; event < EVENTS; event++) printf(" %ld", twin.events[event]);
    for (int role = 0; role < ROLES; role++)
        printf(" %.17g", sumOf(cellHours[1] + role * DISPOSITIONS, DISPOSITIONS));
    printf(" %.17g %.17g %.17g", sumOf(feesPaid, EVENTS), sumOf(&provision[0][0], ACTIVITIES * GROUPS), wages);
    printf(" %.17g", sumOf(strain, WORKERS));
    printf(" %.17g %.17g %.17g\n", weeksOf(claimWeeks), weeksOf(unseenWeeks), weeksOf(holdingWeeks));
    fflush(stdout);
}

int main(void) {
    char name[4096];
    while (fgets(name, sizeof name, stdin)) {
        name[strcspn(name, "\n")] = 0;
        FILE *file = fopen(name, "rb");
        if (!file) return 2;
        readPeople(file);
        fclose(file);
        startWorld();
        double skillMost = 1, personMost = 0;
        for (int w = 0; w < WORKERS; w++) {
            skillMost = most(skillMost, skill[w]);
            personMost = most(personMost, CHEMISTRY * chemistry[w]);
        }
        double start = secondsNow();
        for (int week = 0; week < WEEKS; week++) {
            eventCount = 0;
            attach(week);
            press(week);
            allocate(week);
            work(week);
            countMilestone(&client, false, week);
            countMilestone(&twin, true, week);
            moveLives(week, skillMost, personMost);
            leave(week);
            claim(week);
            adapt();
            observe(week);
        }
        answer(secondsNow() - start);
        freePeople();
    }
    return 0;
}
