@NullMarked
package io.frontlineservice;

import org.jspecify.annotations.NullMarked;
