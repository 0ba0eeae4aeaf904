@NullMarked
package io.frontlineservice.text;

import org.jspecify.annotations.NullMarked;
