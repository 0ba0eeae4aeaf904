@NullMarked
package io.frontlineservice.template;

import org.jspecify.annotations.NullMarked;
