/**
 * What the service says about itself to the operator: the text when it is ready, the
 * first callback of each kind, and the answer to a browser that opens its root.
 */
@NullMarked
package io.frontlineservice.welcome;

import org.jspecify.annotations.NullMarked;
