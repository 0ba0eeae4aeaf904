/** Words that workers' messages must not contain. */
@NullMarked
package io.frontlineservice.consent.words;

import org.jspecify.annotations.NullMarked;
