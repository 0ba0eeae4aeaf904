@NullMarked
package io.frontlineservice.sandbox;

import org.jspecify.annotations.NullMarked;
