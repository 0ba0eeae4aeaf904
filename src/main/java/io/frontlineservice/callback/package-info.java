@NullMarked
package io.frontlineservice.callback;

import org.jspecify.annotations.NullMarked;
