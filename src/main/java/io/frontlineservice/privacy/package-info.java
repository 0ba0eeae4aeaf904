@NullMarked
package io.frontlineservice.privacy;

import org.jspecify.annotations.NullMarked;
