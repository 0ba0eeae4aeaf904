@NullMarked
package io.frontlineservice.address;

import org.jspecify.annotations.NullMarked;
