package org.eclipse.jetty.util;

/** Stands for the server's type of the same name. */
public interface Attributes {}
