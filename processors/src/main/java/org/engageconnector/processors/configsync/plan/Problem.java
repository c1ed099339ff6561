package org.engageconnector.processors.configsync.plan;

/**
 * Something that keeps one object from being in step.
 *
 * @param key Engage id of the object
 * @param what for people: which object; never a person's name or e-mail
 * @param why the reason, in one sentence
 * @param advice what to do
 * @param next when it is tried again
 */
public record Problem(ObjectKind object, String key, String what, String why, String advice, String next) {}
