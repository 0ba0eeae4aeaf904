@NullMarked
package io.frontlineservice.server;

import org.jspecify.annotations.NullMarked;
