/**
 * Where models come from: built in, files, Python wheels and checkouts. Whatever is not guerdon's
 * own is first loaded by a process of its own.
 */
@NullMarked
package io.github.guerdon.env.model;

import org.jspecify.annotations.NullMarked;
