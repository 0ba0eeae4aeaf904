/** What one callback may use: time, threads, and bytes of its answer. */
@NullMarked
package io.frontlineservice.limit;

import org.jspecify.annotations.NullMarked;
