@NullMarked
package io.frontlineservice.work;

import org.jspecify.annotations.NullMarked;
