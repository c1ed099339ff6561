package com.genesyslab.platform.reporting.protocol.statserver;

/** A state of something. */
public interface IStatisticStatus {}
