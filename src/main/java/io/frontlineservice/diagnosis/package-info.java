@NullMarked
package io.frontlineservice.diagnosis;

import org.jspecify.annotations.NullMarked;
