@NullMarked
package io.frontlineservice.conversation;

import org.jspecify.annotations.NullMarked;
