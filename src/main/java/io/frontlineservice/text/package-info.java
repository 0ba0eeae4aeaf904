/**
 * Text: placeholders and their values, text of unknown origin, and names that were
 * probably meant by misspelled ones.
 */
@NullMarked
package io.frontlineservice.text;

import org.jspecify.annotations.NullMarked;
