package org.engageconnector.simulators.genesyscloud.org;

/**
 * What integrators were surprised by in Genesys Cloud (docs/simulators.md#surprises). All are off in {@link #NONE}.
 *
 * @param listLagMillis lists and searches show what was made or changed this late
 * @param readLagMillis members of a queue and skills of a user are shown as they were this long ago
 * @param childLagMillis members and codes of a queue answer 404 for this long after the queue was made
 * @param nameHeldMillis the name of a deleted queue stays taken for this long
 * @param listCap users that a list gives at most, counted from its first page; 400 beyond; 0 = all
 * @param everyNthCreateFails every nth queue, skill or code that is posted is made and answered 500; 0 = none
 * @param queueProperty true: every queue has a property {@code gradingMethod} that a PUT must give back as it was
 */
public record Surprises(
        long listLagMillis,
        long readLagMillis,
        long childLagMillis,
        long nameHeldMillis,
        int listCap,
        int everyNthCreateFails,
        boolean queueProperty) {

    public static final Surprises NONE = new Surprises(0, 0, 0, 0, 0, 0, false);

    public Surprises listsLag(long millis) {
        return new Surprises(
                millis, readLagMillis, childLagMillis, nameHeldMillis, listCap, everyNthCreateFails, queueProperty);
    }

    public Surprises readsLag(long millis) {
        return new Surprises(
                listLagMillis, millis, childLagMillis, nameHeldMillis, listCap, everyNthCreateFails, queueProperty);
    }

    public Surprises childrenLag(long millis) {
        return new Surprises(
                listLagMillis, readLagMillis, millis, nameHeldMillis, listCap, everyNthCreateFails, queueProperty);
    }

    public Surprises namesHeld(long millis) {
        return new Surprises(
                listLagMillis, readLagMillis, childLagMillis, millis, listCap, everyNthCreateFails, queueProperty);
    }

    public Surprises listsEndAt(int users) {
        return new Surprises(
                listLagMillis,
                readLagMillis,
                childLagMillis,
                nameHeldMillis,
                users,
                everyNthCreateFails,
                queueProperty);
    }

    public Surprises createsFail(int everyNth) {
        return new Surprises(
                listLagMillis, readLagMillis, childLagMillis, nameHeldMillis, listCap, everyNth, queueProperty);
    }

    public Surprises queuesHaveAnotherProperty() {
        return new Surprises(
                listLagMillis, readLagMillis, childLagMillis, nameHeldMillis, listCap, everyNthCreateFails, true);
    }
}
