package org.engageconnector.processors.configsync.apply;

import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Problem;

/** The words for what Genesys Cloud did not take. */
final class Problems {

    private Problems() {}

    static Problem forbidden(ObjectKind kind, CloudException refusal) {
        return new Problem(
                kind,
                "*",
                "every " + kind.word(),
                refusal.getMessage(),
                "give the role of the OAuth client the permission " + permission(kind)
                        + "; changes of rights take up to" + " 5 minutes to count",
                "next run");
    }

    static Problem refused(Change change, CloudException refusal) {
        return new Problem(
                change.object(),
                change.key(),
                change.object().word() + " " + change.label(),
                refusal.getMessage(),
                "correct the object in Engage (or what is in its way in Genesys Cloud)",
                "as soon as it changes in Engage, with POST /api/v1/sync, or with the next full comparison");
    }

    static Problem unanswered(Change change, CloudException refusal) {
        return new Problem(
                change.object(),
                change.key(),
                change.object().word() + " " + change.label(),
                refusal.getMessage(),
                "nothing, unless it goes on for long",
                "next run");
    }

    private static String permission(ObjectKind kind) {
        return switch (kind) {
            case SKILL -> "routing:skill:manage and routing:skill:view";
            case WRAPUP_CODE -> "routing:wrapupCode:add, :edit and :view";
            case QUEUE, QUEUE_WRAPUP_CODE -> "routing:queue:add, :edit and :view";
            case USER -> "directory:user:add, :edit and :view";
            case USER_SKILL -> "routing:skill:assign";
            case MEMBER -> "routing:queueMember:manage";
            case SOURCE -> "presence:source:add and :view";
            case PRIMARY_SOURCE -> "presence:userPrimarySource:edit";
            case PRESENCE -> "presence:presenceDefinition:view";
        };
    }
}
