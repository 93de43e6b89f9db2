"""What the model is taught: things in two styles, colours, shapes, words and backgrounds.

The list is short on purpose. A thing becomes recognisable after some two thousand views, so the compute at hand
decides how many things can be learned; widen the list when there is more of it.
"""
from __future__ import annotations

# style word of the prompt -> icon set
STYLES: dict[str, str] = {"cartoon": "noto", "flat": "fluent-emoji-flat"}

# thing -> (icon name, other words for it)
_THINGS = """
birthday cake=birthday-cake:cake,layer cake
balloon=balloon:party balloon
gift=wrapped-gift:present,gift box
party popper=party-popper:confetti popper
cupcake=cupcake:
candle=candle:
sun=sun:
rainbow=rainbow:
star=star:
rose=rose:red rose
tulip=tulip:
sunflower=sunflower:
tree=deciduous-tree:leafy tree
palm tree=palm-tree:palm
christmas tree=christmas-tree:
snowman=snowman-without-snow:
pumpkin=jack-o-lantern:halloween pumpkin
ghost=ghost:
cat=cat-face:kitten
dog=dog-face:puppy
fox=fox:
panda=panda:
penguin=penguin:
lion=lion:
tiger=tiger-face:
rabbit=rabbit-face:bunny
bear=bear:
frog=frog:
owl=owl:
butterfly=butterfly:
bee=honeybee:honeybee
fish=tropical-fish:
unicorn=unicorn:
coffee cup=hot-beverage:cup of coffee,coffee
pizza=pizza:slice of pizza
hamburger=hamburger:burger
donut=doughnut:doughnut
ice cream=soft-ice-cream:ice cream cone
lollipop=lollipop:
strawberry=strawberry:
cherries=cherries:
watermelon=watermelon:slice of watermelon
lemon=lemon:
apple=red-apple:red apple
banana=banana:
pineapple=pineapple:
rocket=rocket:
car=automobile:red car
bus=bus:
bicycle=bicycle:bike
sailboat=sailboat:
airplane=airplane:plane
house=house:
umbrella=umbrella:
camera=camera:
guitar=guitar:
crown=crown:
trophy=trophy:
ring=ring:
bell=bell:
wine glass=wine-glass:glass of wine
moon=crescent-moon:crescent moon
cloud=cloud:
mushroom=mushroom:
cactus=cactus:
snowflake=snowflake:
teddy bear=teddy-bear:
soccer ball=soccer-ball:football
light bulb=light-bulb:
sunglasses=sunglasses:
planet=ringed-planet:saturn,ringed planet
robot=robot:
alien=alien:
astronaut=astronaut:
flying saucer=flying-saucer:ufo,spaceship
earth=globe-showing-europe-africa:globe
dinosaur=t-rex:t-rex
dragon=dragon:
elephant=elephant:
monkey=monkey-face:
pig=pig-face:piglet
cow=cow-face:
horse=horse-face:pony
koala=koala:
mouse=mouse-face:
chick=baby-chick:baby chick
duck=duck:
flamingo=flamingo:
turtle=turtle:tortoise
whale=spouting-whale:
dolphin=dolphin:
shark=shark:
octopus=octopus:
crab=crab:
snail=snail:
ladybug=lady-beetle:ladybird
spider=spider:
skull=skull:
flower=blossom:daisy,blossom
cherry blossom=cherry-blossom:
bouquet=bouquet:bouquet of flowers,bunch of flowers
maple leaf=maple-leaf:autumn leaf
pine tree=evergreen-tree:fir tree
fire=fire:flame
lightning bolt=high-voltage:lightning,bolt
water drop=droplet:drop of water
mountain=snow-capped-mountain:
volcano=volcano:
castle=castle:
train=locomotive:steam train
truck=delivery-truck:lorry
ship=passenger-ship:cruise ship
avocado=avocado:
carrot=carrot:
corn=ear-of-corn:ear of corn
tomato=tomato:
grapes=grapes:
peach=peach:
croissant=croissant:
cheese=cheese-wedge:piece of cheese
hot dog=hot-dog:hotdog
taco=taco:
french fries=french-fries:fries
popcorn=popcorn:
cookie=cookie:biscuit
candy=candy:sweet
beer=beer-mug:mug of beer,beer mug
cocktail=tropical-drink:tropical drink
champagne=bottle-with-popping-cork:champagne bottle,bottle of champagne
music note=musical-note:note
microphone=microphone:
drum=drum:
headphones=headphone:headset
laptop=laptop:computer
phone=mobile-phone:smartphone,mobile phone
book=closed-book:
pencil=pencil:
palette=artist-palette:paint palette
clock=alarm-clock:alarm clock
key=key:
basketball=basketball:
medal=sports-medal:gold medal
game controller=video-game:gamepad
dress=dress:
t-shirt=t-shirt:shirt
top hat=top-hat:hat
diamond=gem-stone:gem
santa claus=santa-claus:santa
clown=clown-face:
smiley=grinning-face:smiley face,smiling face
"""


def _parse(lines: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    things = {}
    for line in lines.strip().splitlines():
        name, rest = line.split("=")
        icon, others = rest.split(":")
        things[name] = (icon, tuple(o for o in others.split(",") if o))
    return things


THINGS = _parse(_THINGS)
PLURALS = {"cherries": "cherries", "french fries": "french fries", "grapes": "grapes", "books": "books",
           "sunglasses": "sunglasses", "strawberry": "strawberries", "daisy": "daisies", "bunny": "bunnies",
           "puppy": "puppies", "trophy": "trophies", "candy": "candies", "fish": "fish", "fox": "foxes",
           "hibiscus": "hibiscus flowers", "octopus": "octopuses", "cactus": "cactuses", "bus": "buses",
           "tomato": "tomatoes", "ladybug": "ladybugs", "pizza": "pizzas", "wine glass": "wine glasses",
           "cup of coffee": "cups of coffee", "slice of pizza": "slices of pizza", "glass of wine": "glasses of wine",
           "slice of watermelon": "slices of watermelon", "maple leaf": "maple leaves", "autumn leaf": "autumn leaves",
           "pony": "ponies", "mouse": "mice", "bouquet of flowers": "bouquets of flowers", "bunch of flowers": "bunches of flowers",
           "drop of water": "drops of water", "ear of corn": "ears of corn", "peach": "peaches", "piece of cheese": "pieces of cheese", "fries": "fries", "popcorn": "popcorn", "mug of beer": "mugs of beer",
           "bottle of champagne": "bottles of champagne", "headphones": "headphones", "dress": "dresses", "candy": "candies", "lightning": "lightning",
           "music note": "music notes"}
NO_ARTICLE = {"cherries", "french fries", "fries", "grapes", "books", "sunglasses", "coffee", "fire", "cheese", "popcorn", "beer", "corn",
              "champagne", "headphones", "earth", "lightning", "saturn", "santa claus", "santa"}
NEWCOMERS = tuple(THINGS)[70:]   # what the first version did not know: drawn more often while it is learned

COLOURS: dict[str, tuple[int, int, int]] = {
    "red": (220, 50, 47), "orange": (245, 140, 40), "yellow": (250, 210, 60), "green": (70, 170, 90),
    "teal": (30, 160, 160), "blue": (60, 120, 220), "navy": (30, 45, 95), "purple": (130, 80, 190),
    "pink": (245, 150, 190), "white": (250, 250, 250), "black": (25, 25, 30), "brown": (140, 95, 60),
    "beige": (240, 225, 195), "sky blue": (150, 205, 245), "mint": (175, 230, 205), "grey": (150, 155, 160),
    "gold": (212, 175, 55)}
TEXT_COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "navy", "purple", "pink", "white", "black", "brown", "gold")
SHAPES = ("circle", "ribbon", "frame", "badge", "heart", "star", "banner", "speech bubble", "square", "triangle")
BACKGROUNDS = ("plain", "gradient", "radial", "striped", "polka dot", "checked", "sunburst", "confetti", "hills", "sea",
               "night", "bokeh")
WORDS = ("HAPPY BIRTHDAY", "SALE", "HELLO", "THANK YOU", "WELCOME", "LOVE", "PARTY", "SUMMER", "OPEN", "NEW", "COFFEE",
         "GOOD LUCK", "ENJOY", "MUSIC", "FUN", "MENU", "BIG SALE", "SAVE THE DATE", "MERRY CHRISTMAS", "HAPPY NEW YEAR",
         "SPRING", "WINTER", "AUTUMN", "PIZZA NIGHT", "LIVE", "FREE", "TODAY", "OPEN DAY", "CONGRATULATIONS", "BEST WISHES",
         "FRESH", "ICE CREAM", "BAKERY", "FLOWERS", "GARDEN", "TRAVEL", "ADVENTURE", "SCHOOL", "SPORT", "GAME ON", "DREAM BIG",
         "YOU AND ME", "HALLOWEEN", "EASTER", "JOIN US", "COMING SOON", "50% OFF", "FESTIVAL", "BOOK CLUB", "YOGA")
