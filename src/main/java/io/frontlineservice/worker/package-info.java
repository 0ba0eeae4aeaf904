@NullMarked
package io.frontlineservice.worker;

import org.jspecify.annotations.NullMarked;
