@NullMarked
package io.frontlineservice.customer;

import org.jspecify.annotations.NullMarked;
