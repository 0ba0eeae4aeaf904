/** Workers: their identities, the worker directory, and the addresses they write from. */
@NullMarked
package io.frontlineservice.worker;

import org.jspecify.annotations.NullMarked;
